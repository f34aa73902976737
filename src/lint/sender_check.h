// Does a mail come from the domain that its From names, by what a believed host noted?
#pragma once

#include <threadlint/message.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace threadlint {

// `from`: the address that the report takes for the writer's. Nothing if none of `hosts` noted
// anything on the mail. Confirmed is what DMARC (RFC 7489) would pass: dmarc=pass for that domain,
// or a passed signature or envelope sender of the same organisation; whatever else passed,
// dmarc=fail is the host's own word that it is not.
std::optional<SenderCheck> CheckSender(std::string_view header, std::string_view from,
                                       std::span<const std::string> hosts);

}  // namespace threadlint
