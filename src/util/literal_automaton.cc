#include "util/literal_automaton.h"

#include "util/ascii.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace threadlint::util {

LiteralAutomaton::LiteralAutomaton(std::span<const std::string> literals)
    : shorter_(literals.size(), kNone) {
  std::array<bool, 256> stands{};
  for (const std::string& literal : literals)
    for (const char c : literal) stands[static_cast<unsigned char>(c)] = true;
  for (size_t byte = 0; byte < stands.size(); ++byte)
    if (stands[byte]) column_[byte] = static_cast<uint8_t>(columns_++);
  for (char c = 'A'; c <= 'Z'; ++c)
    column_[static_cast<unsigned char>(c)] = column_[static_cast<unsigned char>(ToLower(c))];
  for (char c = '1'; c <= '9'; ++c)
    column_[static_cast<unsigned char>(c)] = column_[static_cast<unsigned char>('0')];
  Grow(literals);
  Link();
}

// In alphabetical order the literals that begin with the same string stand together.
void LiteralAutomaton::Grow(std::span<const std::string> literals) {
  constexpr size_t kRows = 2048;  // the table stays small enough to be read fast
  struct Stretch {
    size_t begin = 0, end = 0, length = 0;  // literals in order; bytes that they have in common
  };
  std::vector<uint32_t> order(literals.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](uint32_t i) -> const std::string& { return literals[i]; });
  std::vector<Stretch> stretches = {{0, order.size(), 0}};
  last_.push_back(0);
  for (size_t i = 0; i < stretches.size(); ++i) {
    auto [at, end, length] = stretches[i];
    State& state = states_.emplace_back();
    state.branches = static_cast<uint32_t>(stretches.size());
    if (at < end && literals[order[at]].size() == length) state.literal = order[at++];
    while (at < end) {
      const char byte = literals[order[at]][length];
      const size_t begin = at;
      while (at < end && literals[order[at]][length] == byte) ++at;
      stretches.push_back({begin, at, length + 1});
      last_.push_back(column_[static_cast<unsigned char>(byte)]);
    }
  }
  short_ = static_cast<uint32_t>(std::min(states_.size(), kRows));
  states_.emplace_back().branches = static_cast<uint32_t>(stretches.size());
}

// In order of length: what a state links to is ready before it.
void LiteralAutomaton::Link() {
  row_bits_ = static_cast<uint32_t>(std::bit_width(columns_ - 1));
  rows_.resize(size_t{short_} << row_bits_);
  const auto row_of = [&](uint32_t state) {
    return rows_.begin() + static_cast<std::ptrdiff_t>(size_t{state} << row_bits_);
  };
  for (uint32_t state = 0; state + 1 < states_.size(); ++state) {
    const uint32_t otherwise = states_[state].otherwise;
    if (state < short_ && state > 0) std::copy_n(row_of(otherwise), columns_, row_of(state));
    for (uint32_t to = states_[state].branches; to < states_[state + 1].branches; ++to) {
      State& branch = states_[to];
      if (state > 0) branch.otherwise = Next(otherwise, last_[to]) & ~kEnds;
      const uint32_t shorter = states_[branch.otherwise].literal;
      if (branch.literal == kNone)
        branch.literal = shorter;
      else
        shorter_[branch.literal] = shorter;
      if (state < short_) row_of(state)[last_[to]] = Marked(to);
    }
  }
}

void LiteralAutomaton::Scan(std::string_view text, std::vector<Place>& places) const {
  const uint32_t* const rows = rows_.data();
  const uint32_t row_bits = row_bits_, short_states = short_;
  const auto column_of = [&](char c) { return column_[static_cast<unsigned char>(c)]; };
  places.clear();
  uint32_t state = 0;
  for (size_t i = 0;;) {
    // Most of a text is read here: a marked state is none of the short ones either.
    while (i < text.size() && state < short_states)
      state = rows[(state << row_bits) + column_of(text[i++])];
    if ((state & kEnds) != 0) {
      state &= ~kEnds;
      for (uint32_t literal = states_[state].literal; literal != kNone; literal = shorter_[literal])
        places.push_back({literal, static_cast<uint32_t>(i)});
    }
    if (i == text.size()) return;
    if (state >= short_states) state = Next(state, column_of(text[i++]));
  }
}

}  // namespace threadlint::util
