// Tells which of many patterns can stand in a text, by the literals that each of them needs.
#pragma once

#include "util/flat_lists.h"
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
  struct Way {
    uint32_t pattern = 0;
    uint32_t number = 0;  // into clauses_of_
  };
  // A string as a clause has it.
  struct Use {
    uint32_t clause = 0;
    uint16_t length = 0;
    bool begins = false, ends = false;  // at the edge of a word
  };

  void AddLiterals(std::span<const LiteralClause> clauses);
  static bool Stands(const Use& use, std::string_view text, size_t end);

  std::vector<uint32_t> open_;                         // patterns of which nothing is known
  FlatLists<Way> rarest_of_;                           // by clause: the ways whose rarest it is
  FlatLists<uint32_t> clauses_of_;                     // by way: all but the rarest
  FlatLists<Use> uses_of_;                             // by string of the automaton
  std::unique_ptr<const LiteralAutomaton> automaton_;  // null: there are no literals
};

}  // namespace threadlint::util
