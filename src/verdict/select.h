// Which findings are reported, and which of them make a run fail.
#pragma once

#include "verdict/verdict.h"

namespace threadlint::verdict {

// Marks what is not shown, and what fails: that is shown in any event. Counts both.
void Select(const Policy& policy, Report& report);

// Takes out what is not shown.
void DropHidden(Report& report);

// Takes out what is beyond the limit: what was accepted before first, then from the end.
void Limit(const Policy& policy, Report& report);

}  // namespace threadlint::verdict
