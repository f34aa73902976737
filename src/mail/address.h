// Address lists (RFC 5322 section 3.4) as mail really carries them.
#pragma once

#include "mail/address_mailbox.h"
#include "mail/envelope_slots.h"
#include "mail/mail_note.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// The mailboxes of one field, groups opened, in order. Never fails; linear in the input. Tolerated:
// missing brackets, quotes and commas, unquoted colons and commas in names, ';' between addresses,
// "mailto:", source routes, encoded words anywhere (also round a whole "name <address>"), blanks
// inside addresses, 8-bit text, the "joe at x.example" of public archives. What is no address is
// noted as kUnreadableAddress; empty groups and "<>" are not.
void ReadAddresses(std::string_view raw_value, Slots<Mailbox>& out, MailNotes& notes);
std::vector<Mailbox> ParseAddresses(std::string_view raw_value, MailNotes& notes);

}  // namespace threadlint::mail
