// Findings that the user has accepted by his file of suppressions.
#pragma once

#include "verdict/verdict.h"

#include <string>

namespace threadlint::verdict {

// Marks what is suppressed, whether it is shown or not, and says of each entry what became of it.
// An entry that covers nothing is unused only if this run could have found something: its rules
// were run, its mail's case is one of those looked at, and the input was read whole.
void Suppress(const Policy& policy, Report& report);

// What is to be said of an entry that is of no use any more: "unused: no finding is about it".
// Empty for others.
std::string Complaint(const SuppressionReport& entry);

}  // namespace threadlint::verdict
