// Findings with the gravest first, for places that hold only so many.
#pragma once

#include <threadlint/report.h>

#include <vector>

namespace threadlint::report {

// By severity, then by confidence, else as they stand in the report.
std::vector<const Finding*> GravestFirst(const std::vector<Finding>& findings);

// Nobody has judged it before: neither suppressed nor in the baseline as it is.
bool IsNews(const Finding& finding);

}  // namespace threadlint::report
