// Finds many strings in one pass over a text (Aho and Corasick); ASCII letters of either case are
// alike, and so are digits.
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
  // All different, none empty; their ASCII letters are small and their digits '0'.
  explicit LiteralAutomaton(std::span<const std::string> literals);

  struct Place {
    uint32_t literal = 0;
    uint32_t end = 0;
    bool operator==(const Place&) const = default;
  };
  // Every place where one stands, by its end. `text` is shorter than 4 GB.
  void Scan(std::string_view text, std::vector<Place>& places) const;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  // Set in the number of a state in which a literal ends, so that a byte costs one look.
  static constexpr uint32_t kEnds = uint32_t{1} << 31;

  // What was read so far ends with a string that begins literals: the longest such. Those of one
  // byte more stand side by side, as states are in order of their length.
  struct State {
    uint32_t branches = 0;     // the first of them; they end where the next state's begin
    uint32_t otherwise = 0;    // the longest end of its string that is a state too
    uint32_t literal = kNone;  // the longest that ends there
  };

  // The next state, marked. Short strings are where most of a text is, and have many branches:
  // their states have a row.
  uint32_t Next(uint32_t state, uint8_t column) const {
    while (state >= short_) {
      for (uint32_t to = states_[state].branches; to < states_[state + 1].branches; ++to)
        if (last_[to] == column) return Marked(to);
      state = states_[state].otherwise;
    }
    return rows_[(state << row_bits_) + column];
  }
  uint32_t Marked(uint32_t state) const {
    return states_[state].literal == kNone ? state : state | kEnds;
  }

  void Grow(std::span<const std::string> literals);
  void Link();

  // Bytes that stand in no literal have one column.
  std::array<uint8_t, 256> column_{};
  uint32_t columns_ = 1;
  std::vector<State> states_;      // and one behind the last
  std::vector<uint8_t> last_;      // by state: the column of its string's last byte
  uint32_t short_ = 0;             // so many states, the first, have a row
  uint32_t row_bits_ = 0;          // a row has room for two to the power of it
  std::vector<uint32_t> rows_;     // the next state, marked, by state and column
  std::vector<uint32_t> shorter_;  // by literal: the next longest that ends where it does
};

}  // namespace threadlint::util
