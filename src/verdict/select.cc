#include "verdict/select.h"

#include <algorithm>

namespace threadlint::verdict {

void Select(const Policy& policy, Report& report) {
  for (Finding& f : report.findings) {
    const bool fails = MatchesAny(policy.fail_on, f);
    const bool wanted = fails || MatchesAny(policy.show, f);
    const bool sure = Reaches(policy.floor, f);
    f.fails = fails && sure;
    f.shown = wanted && sure;
    if (f.shown) continue;
    ++report.hidden_findings;
    // Of those that are too mild as well, --min-confidence alone would show none.
    if (wanted) ++report.unsure_findings;
  }
}

void DropHidden(Report& report) {
  std::erase_if(report.findings, [](const Finding& f) { return !f.shown; });
  report.failing = 0;
  for (const Finding& f : report.findings) report.failing += f.fails ? 1 : 0;
}

void Limit(const Policy& policy, Report& report) {
  if (policy.limit == 0 || report.findings.size() <= policy.limit) return;
  report.cut_findings = report.findings.size() - policy.limit;
  const auto open = static_cast<uint64_t>(
      std::ranges::count_if(report.findings, [](const Finding& f) { return !f.accepted; }));
  uint64_t room[] = {std::min(open, policy.limit), 0};
  room[1] = policy.limit - room[0];
  std::erase_if(report.findings, [&](const Finding& f) {
    uint64_t& left = room[f.accepted ? 1 : 0];
    return left == 0 || left-- == 0;
  });
}

}  // namespace threadlint::verdict
