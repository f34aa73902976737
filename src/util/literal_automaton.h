// Finds many strings in one pass over a text (Aho and Corasick); ASCII letters of either case are
// alike.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::util {

class LiteralAutomaton {
 public:
  // All different, none empty; their ASCII letters are small.
  explicit LiteralAutomaton(std::span<const std::string> literals);

  // `found(literal, end)` for each place where one stands.
  template <typename Found>
  void Scan(std::string_view text, const Found& found) const {
    uint32_t state = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      state = table_[state + column_[static_cast<unsigned char>(text[i])]];
      for (uint32_t literal = table_[state]; literal != kNone; literal = shorter_[literal])
        found(literal, i + 1);
    }
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  uint32_t AddRow();

  // Bytes that stand in no literal have one column; the first is no byte's.
  std::array<uint8_t, 256> column_{};
  uint32_t columns_ = 2;
  // A row a state: the longest literal that ends there, then the next state by column. A state is
  // the place where its row begins.
  std::vector<uint32_t> table_;
  std::vector<uint32_t> shorter_;  // by literal: the next longest that ends where it does
};

}  // namespace threadlint::util
