#include "report/tally.h"

namespace threadlint::report {

Tally TallyOf(const Report& report) {
  Tally out;
  for (const Finding& f : report.findings) {
    if (!f.suppressed.empty()) {
      ++out.suppressed;
      continue;
    }
    ++(f.severity == Severity::kError     ? out.errors
       : f.severity == Severity::kWarning ? out.warnings
                                          : out.notes);
    out.fresh += f.baseline == BaselineState::kNew;
    out.updated += f.baseline == BaselineState::kUpdated;
    out.unchanged += f.baseline == BaselineState::kUnchanged;
  }
  return out;
}

}  // namespace threadlint::report
