// Many phrases looked for in one go through a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Knows phrases (of two bytes or more, views that outlive it) by their first two bytes.
class PhraseIndex {
 public:
  explicit PhraseIndex(std::span<const std::string_view> phrases) {
    for (const std::string_view phrase : phrases) rows_[Key(phrase, 0)].push_back(phrase);
  }
  // The place of the first phrase in the text; npos if none stands there, inside a word or not.
  size_t FindFirst(std::string_view text) const {
    for (size_t at = 0; at + 1 < text.size(); ++at)
      for (const std::string_view phrase : rows_[Key(text, at)])
        if (text.substr(at).starts_with(phrase)) return at;
    return std::string_view::npos;
  }

 private:
  static constexpr size_t kRows = 2048;
  static size_t Key(std::string_view text, size_t at) {
    return (static_cast<uint8_t>(text[at]) * 67U + static_cast<uint8_t>(text[at + 1])) % kRows;
  }
  std::array<std::vector<std::string_view>, kRows> rows_;
};

}  // namespace threadlint::mail
