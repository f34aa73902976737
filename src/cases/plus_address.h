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

}  // namespace threadlint::cases
