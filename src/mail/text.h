// Text of a part and of a whole mail, as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "mail/structure.h"

namespace threadlint::mail {

// The body of one leaf part with its transfer encoding undone; bytes, not yet in any charset.
std::string DecodeBody(std::string_view raw_mail, const Part& part, MailNotes& notes);

// The same in UTF-8 (always valid; U+FFFD for what cannot be read), line ends as LF. HTML stays
// HTML. Text parts only.
std::string DecodeText(std::string_view raw_mail, const Part& part, MailNotes& notes);

// Index of the part that says what the writer wrote: text/plain, or text/html where there is no
// plain text or only a stub of it. -1 if the mail has no text. Attachments and attached mails
// are passed over.
int MainTextPart(const Structure& structure, std::string_view raw_mail);

// That part as plain UTF-8 text (HTML undone); empty if there is none.
std::string MainText(std::string_view raw_mail, const Structure& structure, MailNotes& notes);

// HTML to plain text: block elements end lines, <br> is a line end, blockquote content is marked
// with "> " a level, script/style/head are dropped, entities decoded. Linear; any input.
std::string HtmlToText(std::string_view html);

}  // namespace threadlint::mail
