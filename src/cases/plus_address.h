// Sub-addresses (RFC 5233): local-part+detail@domain, the form most reply tokens take.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace threadlint::cases {

struct PlusAddress {
  std::string base;         // the address without "+detail", ASCII lower case
  std::string_view detail;  // as written, what stands between the first '+' and the '@'
};

// Nothing if there is no '+', an empty detail, or a form of bounce handling (VERP, BATV, SRS)
// whose detail names the recipient.
std::optional<PlusAddress> ParsePlusAddress(std::string_view address);

// The same for what stands behind the last '-', '.', '_' or '=' of the local part, if it looks made
// by a machine: four characters or more, a digit among them. base is "tickets-*@shop.example".
// People's addresses look like this too ("ada.1985@"): the caller needs more to go by. Where the
// base is known to have tokens, `digit` false asks for none.
std::optional<PlusAddress> ParseTailAddress(std::string_view address, bool digit = true);

}  // namespace threadlint::cases
