// What a page begins with: what was not read or is likely to be missing, as all else depends on it.
#pragma once

#include "report/report.h"

#include <string>

namespace threadlint::report {

std::string HtmlNotices(const Report& report, const ReportOptions& options);

}  // namespace threadlint::report
