// Wording files as the user names them.
#pragma once

#include "config/values.h"

#include <string>
#include <utility>
#include <vector>

namespace threadlint::cli {

// Name and text of the file, or of every *.wording file in the folder, by name; hidden files left
// out. Throws std::invalid_argument: "PATH: what is wrong".
std::vector<std::pair<std::string, std::string>> ReadWordingFiles(const std::string& path);

// Those of --wording. Throws config::ValueError.
std::vector<std::pair<std::string, std::string>> WordingFiles(const config::Values& values);

// Codes of --languages, else none. Throws config::ValueError where no file of wording, built in or
// one of `files`, is of such a language.
std::vector<std::string> ReadLanguages(
    const config::Values& values, const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace threadlint::cli
