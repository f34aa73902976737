// Names of reports where each export has files of its own: --output json:reports/{name}.json
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::cli {

// Whether a path of --output holds {name} or {n}.
bool IsPattern(std::string_view path);
// It holds {n}.
bool IsNumbered(std::string_view path);

// Throws std::invalid_argument for another word in braces: it is more likely misspelt than meant.
void CheckPlaceholders(std::string_view path);

// The path of an export as the name of a file: '/' becomes '_', what could act, hide or leave the
// folder becomes %XX.
std::string NameOfExport(std::string_view path);

// The pattern's path for each export, in their order: {name} is NameOfExport(), {n} the number from
// 1 on, with zeros before it. Throws std::invalid_argument with what is wrong with it: a folder
// that is not there, a placeholder in a folder's name, two exports with one name.
std::vector<std::string> ExpandPattern(std::string_view pattern,
                                       const std::vector<std::string>& exports);

}  // namespace threadlint::cli
