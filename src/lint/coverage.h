// Whose export is it, and does it hold what he wrote?
#pragma once

#include <threadlint/lint.h>

namespace threadlint {

// The owner is the address that stands on more than half of the messages that take part, as author
// or recipient, and is not the desk's; without one, `owner` is empty.
Coverage FindCoverage(const Export& mail, const CaseSet& set);

}  // namespace threadlint
