// Message-IDs (RFC 5322 section 3.6.4) as mail really carries them.
#pragma once

#include "mail/envelope_slots.h"
#include "mail/mail_note.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Ids are compared byte for byte, so only what is certain is taken away: angle brackets, white
// space and folding inside, encoded words (RFC 2047), and what a sender glued behind the bracket
// ("<id>+x", "<<id>+x>": the id is the innermost). Case stays. Always valid UTF-8.

// The id of a Message-ID field; empty if there is none. Of several the first is taken and noted.
// Without brackets the first word with an '@' is taken, else all words as one.
void ReadMessageId(std::string_view raw_value, std::string& out, MailNotes& notes);

// The ids of a References or In-Reply-To field, in order, repeated ones too. Comments and quoted
// strings are passed over. Words without brackets are believed if every such word has an '@', or
// if one word is all there is; a bracket behind prose ("Message from Joe <joe@x.example> of …")
// only if its left side looks made by a machine.
void ReadIds(std::string_view raw_value, Slots<std::string>& out);
std::vector<std::string> ParseIds(std::string_view raw_value);

}  // namespace threadlint::mail
