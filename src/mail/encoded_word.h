// Encoded words (RFC 2047, with the language suffix of RFC 2231 section 5) as mail really has them.
#pragma once

#include "mail/mail_note.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::mail {

// Length of the encoded word at text[pos] ("=?charset?Q?text?="); 0 if there is none. Blanks and
// folding inside the text are allowed, as some senders write them.
size_t EncodedWordLength(std::string_view text, size_t pos);

// True if there may be an encoded word: a cheap test before the calls below.
inline bool MayHaveEncodedWord(std::string_view text) {
  return text.find("=?") != std::string_view::npos;
}

// `text` with its encoded words decoded, wherever they stand (also inside quotes or next to other
// letters, which RFC 2047 section 5 forbids and mail does). White space between two encoded words
// is dropped; bytes of neighbours with one charset are joined before decoding, since many senders
// split inside a character. Bytes outside are UTF-8, else Windows-1252. Line breaks and NULs that
// come out of a word become blanks. Always valid UTF-8.
std::string DecodeWords(std::string_view text, MailNotes& notes);

// An unstructured field body (Subject): decoded, tabs as blanks, trimmed. A fold with the blanks
// round it is one blank: relays fold the same subject in different ways.
// `out` is overwritten and keeps its memory.
void DecodeUnstructured(std::string_view raw_value, std::string& out, MailNotes& notes);

// `text` as UTF-8, where no charset is stated: as it is, if valid, else as by util::ToUtf8.
std::string DecodeRaw(std::string_view text, MailNotes& notes);

// The "Q" encoding (RFC 2047 section 4.2) and base64 as headers have it: bytes outside the
// alphabet are passed over, padding may be missing, wrong or in the middle. Appends bytes.
void AppendQ(std::string_view encoded, std::string& out);
void AppendBase64(std::string_view encoded, std::string& out);

}  // namespace threadlint::mail
