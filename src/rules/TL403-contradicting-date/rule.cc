#include "rules/contradictions.h"

namespace threadlint::rules {

std::vector<Finding> TL403(const CaseView& view) {
  return ReportContradictions(view, StatementKind::kDate);
}

}  // namespace threadlint::rules
