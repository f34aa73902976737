#include "verdict/shown.h"

namespace threadlint::verdict {

size_t KeepShown(const Shown& shown, Report& report) {
  size_t failing = 0;
  std::erase_if(report.findings, [&](const Finding& f) {
    const bool fails = MatchesAny(shown.fail_on, f);
    const bool wanted = fails || MatchesAny(shown.show, f);
    const bool sure = Reaches(shown.floor, f);
    if (fails && sure) ++failing;
    if (wanted && sure) return false;
    ++report.hidden_findings;
    // Of those that are too mild as well, --min-confidence alone would show none.
    if (wanted) ++report.unsure_findings;
    return true;
  });
  return failing;
}

}  // namespace threadlint::verdict
