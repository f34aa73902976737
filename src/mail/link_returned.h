// The mails that a bounce gives back.
#pragma once

#include "mail/body.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Message ids (without angle brackets) of the mails that this one returns: of each its own, then
// those it answered (In-Reply-To, References), each once, at most 64. Where they stand: attached as
// message/rfc822, message/global or text/rfc822-headers of a report (RFC 3462, 6522) or of a mail
// that says it is a bounce; else copied into the text behind a heading, as qmail and Exim do.
// Empty for other mails: an attached mail alone is a forwarded one.
std::vector<std::string> ReturnedIds(const Body& body);

}  // namespace threadlint::mail
