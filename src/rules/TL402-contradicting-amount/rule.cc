#include "rules/contradictions.h"

namespace threadlint::rules {

std::vector<Finding> TL402(const CaseView& view) {
  return ReportContradictions(view, StatementKind::kAmount);
}

}  // namespace threadlint::rules
