// The tolerant reader of MIME structure: any bytes, linear time, no recursion.
#pragma once

#include "mail/structure.h"

#include <string_view>

namespace threadlint::mail {

// Reads what the MIME library must not see, and whatever it reads otherwise than this project.
// Differs from the standard where mail does: a multipart without boundary parameter takes the first
// line that looks like a delimiter; one without parts is read as a single text; parts without end
// end where an outer part does.
Structure ScanMime(std::string_view mail, const StructureLimits& limits);

}  // namespace threadlint::mail
