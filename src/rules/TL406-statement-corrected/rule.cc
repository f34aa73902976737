#include "rules/contradictions.h"

#include <algorithm>
#include <iterator>

namespace threadlint::rules {

std::vector<Finding> TL406(const CaseView& view) {
  constexpr StatementKind kAll[] = {StatementKind::kStatus, StatementKind::kPolicy,
                                    StatementKind::kAmount, StatementKind::kDate};
  std::vector<Finding> out;
  for (const StatementKind kind : kAll)
    for (const Contradiction& found : FindContradictions(view, kind, Later::kAdmits)) {
      Finding f = Report(view, found);
      f.severity = Severity::kNote;
      // One correction a mail, whatever it corrects.
      if (std::ranges::find(out, f.message, &Finding::message) == out.end())
        out.push_back(std::move(f));
    }
  return out;
}

}  // namespace threadlint::rules
