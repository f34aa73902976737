// How text reports begin: what was read.
#pragma once

#include "report/page.h"
#include "util/count.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace threadlint::report {

using util::Count;

// A line for each input, and what could not be read of it.
void WriteInputs(const Report& report, Page& page);

}  // namespace threadlint::report
