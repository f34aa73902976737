// Files that hold one mail: .eml, Maildir and MH messages, Apple's .emlx.
#pragma once

#include "source/framing.h"

#include <cstddef>
#include <string_view>

namespace threadlint::source {

// Form of the one candidate of an .emlx file; its content_length counts the whole mail.
inline constexpr uint16_t kEmlxForm = 0xFFFF;

// Length of the first line of an .emlx file and the byte count it states; 0 if it is none. The line
// holds digits and blanks only, the header follows. (Apple documents it nowhere.)
struct EmlxPreamble {
  size_t length = 0;
  int64_t bytes = -1;
};
EmlxPreamble ReadEmlxPreamble(std::string_view text);

// Length of the empty and blank lines before the header of a mail ("Show original" of Gmail, saved,
// begins with one). 0 if there are none, or no header field that mails have behind them.
size_t BlankLinesBeforeHeader(std::string_view text);

// One candidate, and the header block to the sink. Reads a seekable stream no further than that.
StretchScan ScanSingleMail(ByteStream& stream, const HeaderSink& sink);

}  // namespace threadlint::source
