// Many phrases looked for in one go through a text.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Knows phrases (of two bytes or more, views that outlive it) by their first two bytes, and by
// their numbers.
class PhraseIndex {
 public:
  explicit PhraseIndex(std::span<const std::string_view> phrases) {
    for (size_t i = 0; i < phrases.size(); ++i)
      rows_.push_back({phrases[i], Key(phrases[i], 0), static_cast<uint16_t>(i)});
    std::ranges::stable_sort(rows_, {}, &Row::key);
    for (const Row& row : rows_) {
      ++begin_[row.key + size_t{1}];
      pairs_[Pair(row.phrase, 0)] = true;
    }
    for (size_t key = 0; key < kKeys; ++key)
      begin_[key + 1] = static_cast<uint16_t>(begin_[key + 1] + begin_[key]);
  }

  // Calls take(number) for each phrase that stands at that place, until it returns false. At least
  // two bytes stand there.
  template <typename Take>
  bool FindAt(std::string_view text, size_t at, const Take& take) const {
    const size_t key = Key(text, at);
    for (size_t i = begin_[key]; i < begin_[key + 1]; ++i) {
      const std::string_view phrase = rows_[i].phrase;
      const size_t last = at + phrase.size() - 1;
      if (last < text.size() && text[last] == phrase.back() &&
          text.substr(at, phrase.size()) == phrase && !take(rows_[i].number))
        return false;
    }
    return true;
  }

  // The place of the first phrase in the text; npos if none stands there, inside a word or not.
  size_t FindFirst(std::string_view text) const {
    for (size_t at = 0; at + 1 < text.size(); ++at)
      if (pairs_[Pair(text, at)] && !FindAt(text, at, [](size_t) { return false; })) return at;
    return std::string_view::npos;
  }

 private:
  static constexpr size_t kKeys = 2048;
  struct Row {
    std::string_view phrase;
    uint16_t key = 0, number = 0;
  };
  static size_t Pair(std::string_view text, size_t at) {
    return static_cast<uint8_t>(text[at]) * size_t{256} + static_cast<uint8_t>(text[at + 1]);
  }
  static uint16_t Key(std::string_view text, size_t at) {
    return (static_cast<uint8_t>(text[at]) * 67U + static_cast<uint8_t>(text[at + 1])) % kKeys;
  }
  std::vector<Row> rows_;                       // by key
  std::array<uint16_t, kKeys + 1> begin_ = {};  // of the rows of each key
  std::bitset<size_t{256} * 256> pairs_;        // that some phrase begins with
};

}  // namespace threadlint::mail
