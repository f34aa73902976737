#include "report/severity_order.h"

#include <algorithm>

namespace threadlint::report {

std::vector<const Finding*> GravestFirst(const std::vector<Finding>& findings) {
  std::vector<const Finding*> out;
  out.reserve(findings.size());
  for (const Finding& f : findings) out.push_back(&f);
  std::stable_sort(out.begin(), out.end(), [](const Finding* a, const Finding* b) {
    if (a->severity != b->severity) return a->severity > b->severity;
    return a->confidence > b->confidence;
  });
  return out;
}

bool IsNews(const Finding& finding) {
  return finding.suppressed.empty() && finding.baseline != BaselineState::kUnchanged;
}

}  // namespace threadlint::report
