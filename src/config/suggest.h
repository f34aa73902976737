// The word that was probably meant by one that nobody knows.
#pragma once

#include <span>
#include <string_view>

namespace threadlint::config {

// The nearest of the known words, at most two edits away (Levenshtein); empty if none is. ASCII
// case counts.
std::string_view Suggest(std::string_view word, std::span<const std::string_view> known);

}  // namespace threadlint::config
