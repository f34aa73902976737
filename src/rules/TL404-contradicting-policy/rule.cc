#include "rules/contradictions.h"

namespace threadlint::rules {

std::vector<Finding> TL404(const CaseView& view) {
  return ReportContradictions(view, StatementKind::kPolicy);
}

}  // namespace threadlint::rules
