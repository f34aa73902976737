// Dates as mail headers state them, well formed or not.
#pragma once

#include "mail/timestamp.h"

#include <string_view>

namespace threadlint::mail {

// Reads RFC 5322 section 3.3 and 4.3 dates, asctime, ISO 8601 and RFC 850 forms, two- and
// three-digit years, AM/PM, dots for colons, missing seconds or commas, month names of many
// languages (also in encoded words), zones as offsets, names or in comments. A date without a time
// is midnight. Two digits that leave day and month open ("03/05/2024") are not guessed:
// valid = false, as for a day that does not exist.
Timestamp ParseDate(std::string_view raw_value);

// The date behind the last semicolon of a Received field (RFC 5321 section 4.4).
Timestamp ParseReceivedDate(std::string_view raw_value);

}  // namespace threadlint::mail
