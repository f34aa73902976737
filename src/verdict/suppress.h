// Findings that the user has accepted by his file of suppressions.
#pragma once

#include "verdict/verdict.h"

namespace threadlint::verdict {

// Marks what is suppressed, whether it is shown or not, and says of each entry what became of it.
// An entry that covers nothing is unused only if this run could have found something: its rules
// were run, its mail's case is one of those looked at, and the input was read whole.
void Suppress(const Policy& policy, Report& report);

}  // namespace threadlint::verdict
