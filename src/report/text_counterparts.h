// The part of the text report that says whom the mail is with.
#pragma once

#include "report/page.h"

#include <threadlint/report.h>

namespace threadlint::report {

// Nothing where there is no choice.
void WriteCounterparts(const Report& report, Page& page);

}  // namespace threadlint::report
