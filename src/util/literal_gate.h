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
  // By pattern the ways of which one holds of its texts.
  explicit LiteralGate(std::span<const std::vector<LiteralWay>> patterns);

  // The patterns of which a way holds of the text, in order.
  void Pass(std::string_view text, std::vector<uint32_t>& passed) const;

 private:
  // A string as clauses have it.
  struct Literal {
    bool begins = false, ends = false;  // at the edge of a word
    uint32_t length = 0;
    std::vector<uint32_t> clauses;
  };
  static bool Stands(const Literal& literal, std::string_view text, size_t end);

  struct Way {
    uint32_t pattern = 0;
    std::vector<uint32_t> clauses;  // all but the rarest
  };

  std::vector<uint32_t> open_;               // patterns of which nothing is known
  std::vector<std::vector<Way>> rarest_of_;  // by clause: the ways whose rarest it is
  std::vector<Literal> literals_;
  std::vector<std::vector<uint32_t>> literals_of_;     // by string of the automaton
  std::unique_ptr<const LiteralAutomaton> automaton_;  // null: there are no literals
};

}  // namespace threadlint::util
