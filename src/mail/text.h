// Text of a part and of a whole mail, as UTF-8.
#pragma once

#include "mail/structure.h"

#include <string>
#include <string_view>

namespace threadlint::mail {

// The body of one leaf part with its transfer encoding undone; bytes, not yet in any charset.
std::string DecodeBody(std::string_view raw_mail, const Part& part, MailNotes& notes);

// The same in UTF-8 (always valid; U+FFFD for what cannot be read), line ends as LF. HTML stays
// HTML. Text parts only.
std::string DecodeText(std::string_view raw_mail, const Part& part, MailNotes& notes);

// Index of the part that says what the writer wrote: the first text that is not empty; of
// text/plain and text/html in one multipart/alternative the plain one, unless it is only a stub
// ("This is an HTML message", or a tiny fraction of the other's text). -1 if the mail has no text.
// Attachments and attached mails are passed over, named texts unless there is nothing else.
int MainTextPart(const Structure& structure, std::string_view raw_mail);

// That part as plain UTF-8 text (HTML and format=flowed undone); empty if there is none. `part` is
// its index where it is known.
std::string MainText(std::string_view raw_mail, const Structure& structure, int part,
                     MailNotes& notes);
inline std::string MainText(std::string_view raw_mail, const Structure& structure,
                            MailNotes& notes) {
  return MainText(raw_mail, structure, MainTextPart(structure, raw_mail), notes);
}

// HTML to plain text: block elements end lines, <br> is a line end, blockquote content is marked
// with "> " a level (16 at most), cells are parted by a blank, list items begin with "- ", <pre> is
// kept, entities are decoded. Elements that mail programs name so are shown as in plain text: a
// signature below a line "-- ", an earlier mail with marks, Outlook's header block below a rule; a
// link by its text, without its address. Left out: head, script, style, title, comments, and
// elements with display:none or the attribute hidden (preheaders). Linear; any input.
std::string HtmlToText(std::string_view html);

// A line of HtmlToText's where an element that held a signature ends and text goes on: U+2060,
// which has no width.
inline constexpr std::string_view kSignatureEnd = "\xE2\x81\xA0";

}  // namespace threadlint::mail
