// Quoted-printable (RFC 2045 section 6.7).
#pragma once

#include <string>
#include <string_view>

namespace threadlint::mail {

// Appends the decoded bytes to `out`, line ends as they are. Never fails: an '=' that starts
// neither a hexadecimal pair nor a soft line break stays as it is; blanks between a soft break's
// '=' and the line end are skipped. Blanks before other line ends are kept although rule 3 calls
// them padding: in today's mail they are "-- " and the soft line ends of format=flowed, left
// bare by careless encoders. False if an '=' had to be kept.
bool DecodeQuotedPrintable(std::string_view encoded, std::string& out);

}  // namespace threadlint::mail
