// What the customer says to two statements of the desk that do not go together: he names the first
// again, or says that he was told otherwise.
#pragma once

#include "facts/reading.h"

#include <threadlint/rule.h>

#include <cstdint>

namespace threadlint::rules {

// That mail of the customer names the value, in whatever kind of figure: "89" for $89.00.
struct NamedAgain {
  bool named = false;
  bool objects = false;  // in a sentence that asks, denies or complains
  uint32_t sentence = UINT32_MAX;
};
NamedAgain NamesAgain(const CaseView& view, uint32_t customers, const facts::Value& value);

// In that mail the customer says that he was told, and what he says has words or values of that
// sentence, which stands in the mail `entry`, or the day of that mail. How many, and which sentence
// of his says it.
struct Objection {
  size_t words = 0;
  uint32_t sentence = UINT32_MAX;
};
Objection ObjectsWith(const CaseView& view, uint32_t customers, uint32_t entry,
                      const facts::SentenceReading& sentence);

}  // namespace threadlint::rules
