// The word that was probably meant by one that nobody knows.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace threadlint::config {

inline constexpr size_t kMostEdits = 2;

// The nearest of the known words, at most so many edits away (a letter put in, left out, another,
// or two that changed places); empty if none is. ASCII case counts.
std::string_view Suggest(std::string_view word, std::span<const std::string_view> known,
                         size_t most_edits = kMostEdits);

}  // namespace threadlint::config
