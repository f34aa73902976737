#include "rules/contradictions.h"

namespace threadlint::rules {

std::vector<Finding> TL401(const CaseView& view) {
  return ReportContradictions(view, StatementKind::kStatus);
}

}  // namespace threadlint::rules
