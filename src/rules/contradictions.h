// Two statements of the desk that cannot both hold.
#pragma once

#include "rules/entry.h"
#include "rules/statements.h"

#include <threadlint/rule.h>

#include <cstdint>
#include <vector>

namespace threadlint::rules {

enum class StatementKind : uint8_t {
  kStatus,  // what has become of a thing
  kPolicy,  // what a rule of the business says; durations and percentages with it
  kAmount,
  kDate,
};

struct Contradiction {
  struct Sentence {
    uint32_t entry = 0, sentence = 0;  // into CaseView::messages(), and of that mail
  };
  StatementKind kind = StatementKind::kStatus;
  Sentence earlier, later;
  const facts::Fact* fact = nullptr;  // what the later one says; nullptr: the whole sentence
  const facts::Fact* earlier_fact = nullptr;
  bool reversal = false;  // a turn in the customer's favour
  // The customer's mail that sets the two against each other, and its sentence; kNoEntry: none
  // does.
  uint32_t objected_in = kNoEntry, objection = UINT32_MAX;
  double confidence = 0;  // 0 to 1
};

// With the sentences and the fact of the two.
inline Contradiction Contradicts(const Statement& a, const Statement& b, double confidence) {
  Contradiction out;
  out.earlier = {a.entry, a.fact->sentence};
  out.later = {b.entry, b.fact->sentence};
  out.fact = b.fact;
  out.earlier_fact = a.fact;
  out.confidence = confidence;
  return out;
}

// Whether the later mail owns up to an error.
enum class Later : uint8_t { kAdmits, kDoesNot };

// Of that kind, in the order of the later mails; one for each thing that is said anew.
std::vector<Contradiction> FindContradictions(const CaseView& view, StatementKind kind,
                                              Later later);

// The finding for it, with both sentences; without severity.
Finding Report(const CaseView& view, const Contradiction& found);

// What the rules of family TL4 report: those of the kind that are not admitted.
std::vector<Finding> ReportContradictions(const CaseView& view, StatementKind kind);

}  // namespace threadlint::rules
