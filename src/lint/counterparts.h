// Which help desks an export holds mail of.
#pragma once

#include <threadlint/report.h>

#include <vector>

namespace threadlint {

// One a domain, with those below it: as Options::with would select its cases.
std::vector<Counterpart> FindCounterparts(const Export& mail, const CaseSet& set);

}  // namespace threadlint
