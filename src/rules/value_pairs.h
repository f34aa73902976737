// When two values that the desk stated are a contradiction: two sums for one thing.
#pragma once

#include "rules/contradictions.h"
#include "rules/objections.h"
#include "rules/pair_context.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace threadlint::rules {

// The kind of statement that a value of that kind makes; none for kinds that change with the day.
std::optional<StatementKind> KindOfValue(facts::ValueKind kind);

class ValuePairs {
 public:
  explicit ValuePairs(const PairContext& context) : context_(context) {}

  std::optional<Contradiction> Compare(const Statement& a, const Statement& b);

 private:
  // What a mail of the customer says to a statement before it.
  struct Reply {
    uint32_t customers = kNoEntry;
    NamedAgain named;
    Objection objection;
  };
  const Reply& ReplyTo(const Statement& a, uint32_t customers);

  std::optional<Contradiction> Plain(const Statement& a, const Statement& b) const;
  std::optional<Contradiction> Objected(const Statement& a, const Statement& b);
  bool SharesWords(uint32_t customers, uint32_t sentence, const Statement& a) const;
  bool IsNewDistinction(const Statement& a, const Statement& b) const;
  bool DatesDiffer(const Statement& a, const Statement& b) const;

  const PairContext& context_;
  std::unordered_map<const facts::Fact*, Reply> replies_;
};

}  // namespace threadlint::rules
