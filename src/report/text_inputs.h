// How text reports begin: what was read.
#pragma once

#include "report/page.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace threadlint::report {

// "1 mail", "2 mails".
std::string Count(uint64_t n, std::string_view singular);

// A line for each input, and what could not be read of it.
void WriteInputs(const Report& report, Page& page);

}  // namespace threadlint::report
