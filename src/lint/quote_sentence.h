// A sentence of a mail's text, verbatim, and where it stands in the raw mail.
#pragma once

#include "mail/own_text.h"
#include "source/framing.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace threadlint {

struct Quote {
  uint64_t offset = 0;  // in the raw mail
  std::string text;
};

// The sentence of that skeleton (FigureSentence::skeleton) in that voice, its lines joined, at most
// `longest` bytes. The offset is that of its beginning; 0 where that cannot be told, because the
// text stands there in an encoding, or several times. An empty quote if there is none.
Quote QuoteSentence(std::string_view raw_mail, mail::LineVoice voice, uint64_t skeleton,
                    size_t longest);

// The line of its main text that holds `what` (any ASCII case): the last one that is not marked as
// a quotation, else the first. The same offset and bounds.
Quote QuoteLineWith(std::string_view raw_mail, std::string_view what, size_t longest);

// Those bytes of its main text, white space as single blanks. The same offset and bounds.
Quote QuoteRange(std::string_view raw_mail, size_t begin, size_t length, size_t longest);

// Lines of a mail that have one '>' more in the mailbox it was read from.
uint64_t CountRestoredLines(std::string_view raw_mail, source::Quoting quoting);

}  // namespace threadlint
