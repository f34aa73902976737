// The DKIM signatures of one mail, judged without a network (RFC 6376, RFC 8301, RFC 8463).
#pragma once

#include "mail/dkim_key.h"

#include <threadlint/signature.h>

#include <span>
#include <string>
#include <string_view>

namespace threadlint::mail {

// `raw`: the mail with its mailbox's quoting undone. `hosts`: the authserv-ids that the user
// believes. Linear in the mail; SignedMail::message is left open.
SignedMail ReadSignatures(std::string_view raw, const DkimKeys& keys,
                          std::span<const std::string> hosts);

}  // namespace threadlint::mail
