// Words found in rows of blank-separated words, by halving.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::facts::values {

template <typename Row>
class WordTable {
 public:
  // Of each row `words_of(row)` are the words; the rows must outlive the table.
  template <typename Rows, typename WordsOf>
  WordTable(const Rows& rows, const WordsOf& words_of) {
    for (const Row& row : rows) {
      std::string_view words = words_of(row);
      while (!words.empty()) {
        const size_t end = std::min(words.find(' '), words.size());
        entries_.emplace_back(words.substr(0, end), &row);
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  // The first row that has the word; nullptr: none.
  const Row* Find(std::string_view word) const {
    if (word.empty()) return nullptr;
    const auto it =
        std::lower_bound(entries_.begin(), entries_.end(), word,
                         [](const auto& entry, std::string_view w) { return entry.first < w; });
    return it != entries_.end() && it->first == word ? it->second : nullptr;
  }

 private:
  std::vector<std::pair<std::string_view, const Row*>> entries_;
};

}  // namespace threadlint::facts::values
