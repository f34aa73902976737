// The words of closings and names, in many languages; data for own_sign_off.cc.
#pragma once

#include <span>
#include <string_view>

namespace threadlint::mail {

// Of one language, blank-separated, as they are written; compared folded.
struct SignOffWords {
  std::string_view closings;  // words that make a line a closing
  std::string_view thanks;    // words that make it one of thanks
  std::string_view beside;    // words that may stand with either
  std::string_view teams;     // words of which a desk's name has one
  std::string_view no_names;  // capitalised words that are no names
};
std::span<const SignOffWords> SignOffTable();

// Closings in scripts that do not part words: whole lines, folded.
std::span<const std::string_view> SignOffLines();

}  // namespace threadlint::mail
