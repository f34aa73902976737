// What a host that the user believes found of the sender of a mail when it came in.
#pragma once

#include "mail/dkim_results.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

struct SenderResults {
  std::string host;  // as the user writes it
  std::vector<SenderResult> results;
};

// Of Authentication-Results (RFC 8601) of the topmost of `hosts`, down to the next Received: below
// it stands what was there before the mail reached that host, which anybody can have written.
// Nothing without such a field.
std::optional<SenderResults> ReadSenderResults(std::string_view header,
                                               std::span<const std::string> hosts);

}  // namespace threadlint::mail
