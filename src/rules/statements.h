// What the desk says of the state and the values of things, mail by mail.
#pragma once

#include "facts/reading.h"

#include <threadlint/rule.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace threadlint::rules {

// One claim, or one value of a thing, in one mail of the desk.
struct Statement {
  uint32_t entry = 0;  // into CaseView::messages()
  const facts::Reading* reading = nullptr;
  const facts::Fact* fact = nullptr;

  // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): there is none of an unread mail
  const facts::SentenceReading& sentence() const { return reading->sentences[fact->sentence]; }
  const facts::Value& value() const { return reading->values[fact->value]; }
};

// Facts of that kind (kClaim, kStated, kIs, kIsNot) that people or machines of the desk state, in
// the order of the case. Left out is what states nothing: conditions, questions, offers, what
// somebody else is said to have said, sentences that were there before.
std::vector<Statement> FindStatements(const CaseView& view, facts::FactKind kind);

// The two can be of the same thing: what they call it agrees, and so do the numbers, dates and
// names that stand beside it. `beside`: kinds of values that tell as well which one is meant.
bool SameMatter(const Statement& a, const Statement& b, facts::Wants beside);

// The same without a look at what they call it.
bool MaySpeakOfTheSame(const Statement& a, const Statement& b);

// Words that tell something and stand in both sentences, those of their values aside: how many.
size_t SharedWords(const Statement& a, const Statement& b);

// Whether a sentence states anything: no condition, question, offer or report of what others say.
bool States(const facts::SentenceReading& sentence);

}  // namespace threadlint::rules
