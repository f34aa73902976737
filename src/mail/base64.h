// Base64 as mail carries it (RFC 2045 section 6.8).
#pragma once

#include <string>
#include <string_view>

namespace threadlint::mail {

// Appends the decoded bytes to `out`. Never fails: characters outside the alphabet are skipped and
// missing padding is taken as read. Text behind the encoded data, as list software puts it there,
// is left out: what follows '=', unless it consists of the alphabet and line ends alone (joined
// encodings), and what follows a line that begins with "____" or "--". False if the input was not
// clean: anything but white space was skipped or left out, or a single character was left over.
bool DecodeBase64(std::string_view encoded, std::string& out);

}  // namespace threadlint::mail
