// Marks of mail programs in the header: where the mail lay when it was exported.
#pragma once

#include "mail/envelope.h"

#include <string_view>

namespace threadlint::mail {

// X-Gmail-Labels of Google Takeout: a comma-separated list, RFC 2047 encoded, in the language of
// the account ("Gesendet,Wichtig"). Sets draft, trash, spam, sent_label.
void ReadGmailLabels(std::string_view raw_value, Envelope& out);

// X-Mozilla-Status and X-Mozilla-Status2 of Thunderbird: hexadecimal flags. Deleted mail stays in
// its mbox file until the folder is compacted.
void ReadMozillaStatus(std::string_view raw_value, Envelope& out);
void ReadMozillaStatus2(std::string_view raw_value, Envelope& out);

}  // namespace threadlint::mail
