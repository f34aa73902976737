// Tells which of many patterns can stand in a text, by the literals that each of them needs, and
// where a match that begins with one of these can begin.
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

// The patterns of which a way holds of a text, in order.
struct Passed {
  struct Pattern {
    uint32_t number = 0;
    bool anywhere = false;        // a match of it may begin anywhere
    uint32_t begin = 0, end = 0;  // otherwise at one of these, into places
  };
  std::vector<Pattern> patterns;
  std::vector<uint32_t> places;  // of the text, by pattern in order
  std::span<const uint32_t> PlacesOf(const Pattern& pattern) const {
    return std::span(places).subspan(pattern.begin, pattern.end - pattern.begin);
  }
};

class LiteralGate {
 public:
  // By pattern the ways of which one holds of its texts.
  explicit LiteralGate(std::span<const std::vector<LiteralWay>> patterns);

  void Pass(std::string_view text, Passed& passed) const;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  struct Way {
    uint32_t pattern = 0;
    uint32_t number = kNone;       // into clauses_of_; kNone: nothing is known
    uint32_t begins_with = kNone;  // the clause that a match begins with
  };
  // A string as a clause has it.
  struct Use {
    uint32_t clause = 0;
    uint16_t length = 0;
    uint8_t edges = 0;    // of words where it must stand: kBefore, kBehind
    bool begins = false;  // a match of some pattern begins with it
  };
  static constexpr uint8_t kBefore = 1, kBehind = 2;
  class Holding;

  void AddLiterals(std::span<const LiteralClause> clauses, const std::vector<bool>& begins);
  static void AddPattern(const Holding& holding, std::span<const Way> ways, Passed& passed);

  std::vector<Way> open_;                              // patterns of which nothing is known
  FlatLists<Way> rarest_of_;                           // by clause: the ways whose rarest it is
  FlatLists<uint32_t> clauses_of_;                     // by way: all but the rarest
  FlatLists<Use> uses_of_;                             // by string of the automaton
  std::unique_ptr<const LiteralAutomaton> automaton_;  // null: there are no literals
};

}  // namespace threadlint::util
