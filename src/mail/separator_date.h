// The date in an mbox separator line (RFC 4155).
#pragma once

#include "mail/timestamp.h"

#include <string_view>

namespace threadlint::mail {

// Reads "From sender Tue Apr  2 10:00:00 2024" and the forms with a zone, a numeric zone, "remote
// from host", or a sender with blanks. Without a zone the time is taken as UTC (RFC 4155).
Timestamp ParseSeparatorDate(std::string_view separator_line);

}  // namespace threadlint::mail
