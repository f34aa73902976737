#include "util/literal_automaton.h"

#include "util/ascii.h"

namespace threadlint::util {

uint32_t LiteralAutomaton::AddRow() {
  const auto row = static_cast<uint32_t>(table_.size());
  table_.resize(table_.size() + columns_, 0);
  table_[row] = kNone;
  return row;
}

LiteralAutomaton::LiteralAutomaton(std::span<const std::string> literals)
    : shorter_(literals.size(), kNone) {
  std::array<bool, 256> stands{};
  for (const std::string& literal : literals)
    for (const char c : literal) stands[static_cast<unsigned char>(c)] = true;
  for (size_t byte = 0; byte < stands.size(); ++byte)
    column_[byte] = stands[byte] ? static_cast<uint8_t>(columns_++) : uint8_t{1};
  for (char c = 'A'; c <= 'Z'; ++c)
    column_[static_cast<unsigned char>(c)] = column_[static_cast<unsigned char>(ToLower(c))];

  // A tree of all literals; while it grows a zero is no branch.
  AddRow();
  for (uint32_t literal = 0; literal < literals.size(); ++literal) {
    uint32_t state = 0;
    for (const char c : literals[literal]) {
      const size_t branch = state + column_[static_cast<unsigned char>(c)];
      if (table_[branch] == 0) {
        const uint32_t row = AddRow();
        table_[branch] = row;
      }
      state = table_[branch];
    }
    table_[state] = literal;
  }

  // Where there is no branch go on with the longest end of what was read that begins a literal.
  std::vector<uint32_t> end_of(table_.size() / columns_, 0);  // by row
  std::vector<uint32_t> queue = {0};
  for (size_t i = 0; i < queue.size(); ++i) {
    const uint32_t state = queue[i];
    const uint32_t end = end_of[state / columns_];
    for (uint32_t column = 1; column < columns_; ++column) {
      const uint32_t otherwise = state == 0 ? 0 : table_[end + column];
      uint32_t& next = table_[state + column];
      if (next == 0) {
        next = otherwise;
        continue;
      }
      queue.push_back(next);
      end_of[next / columns_] = otherwise;
      const uint32_t shorter = table_[otherwise];
      if (table_[next] == kNone)
        table_[next] = shorter;
      else
        shorter_[table_[next]] = shorter;
    }
  }
}

}  // namespace threadlint::util
