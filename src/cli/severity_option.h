// --severity, in a file the table [severity].
#pragma once

#include "config/values.h"

#include <vector>

namespace threadlint::cli {

// Entries as "TL103=note", in the order in which they count: the last that fits a rule does. That
// is the highest layer's, and in a layer the more exact name's, then the later one's. Entries that
// others overrule altogether are left out. Throws config::ValueError for what is not understood,
// and for a file that gives a rule twice.
std::vector<config::Value> ReadSeverities(const config::Values& values);

}  // namespace threadlint::cli
