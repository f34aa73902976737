// Tells which of many patterns can stand in a text, by the literals that each of them needs.
#pragma once

#include "util/literal_automaton.h"
#include "util/regex_literals.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace threadlint::util {

class LiteralGate {
 public:
  // By pattern the clauses that hold of its texts.
  explicit LiteralGate(std::span<const std::vector<LiteralClause>> patterns);

  // The patterns whose clauses all hold of the text, in order.
  void Pass(std::string_view text, std::vector<uint32_t>& passed) const;

 private:
  // A string as clauses have it.
  struct Literal {
    bool begins = false, ends = false;  // at the edge of a word
    uint32_t length = 0;
    std::vector<uint32_t> clauses;
  };
  static bool Stands(const Literal& literal, std::string_view text, size_t end);

  std::vector<uint32_t> open_;                     // patterns without clauses
  std::vector<std::vector<uint32_t>> clauses_of_;  // by pattern; its rarest is left out
  std::vector<std::vector<uint32_t>> rarest_of_;   // by clause: the patterns whose rarest it is
  std::vector<Literal> literals_;
  std::vector<std::vector<uint32_t>> literals_of_;     // by string of the automaton
  std::unique_ptr<const LiteralAutomaton> automaton_;  // null: there are no literals
};

}  // namespace threadlint::util
