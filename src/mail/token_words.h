// Words beside a number that say what it counts: no tickets.
#pragma once

#include <string_view>

namespace threadlint::mail {

// Before a '-' and a number these make no issue key: "UTF-8", "ISO-8859", "COVID-19". Upper case.
bool IsStandardsBody(std::string_view prefix);

// "[Newsletter #1234]", "[Order #12345]", "[PATCH v2 #3]": the tag's words, any case, say that the
// number is an order's, an issue's of a paper or the like; or, as in "[Ticket #12345]", that it is
// the number of a ticket, whose label is no name.
bool CountsOtherThings(std::string_view tag);

// A year (1900 to 2099) alone or the beginning of a date: "2024", "2024-05", "2024-05-03".
bool LooksLikeDate(std::string_view number);

}  // namespace threadlint::mail
