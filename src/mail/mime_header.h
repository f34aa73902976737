// The header of one MIME part: where it ends, and what it says of the body.
#pragma once

#include "mail/header_block.h"
#include "mail/mime_boundaries.h"
#include "mail/structure.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::mail {

struct HeaderExtent {
  size_t end = 0;       // behind the last line of the header
  size_t body = 0;      // behind the empty line that closes it; `end` if there is none
  bool closed = false;  // by an empty line
};

// Where the header that begins at `begin` ends: before an empty line, before a delimiter, at the
// end of the mail. The header of a mail (`is_mail`) may hold lines that are no fields; in the
// header of another part such a line is already text (the empty line was left out).
HeaderExtent FindHeaderEnd(std::string_view mail, size_t begin, bool is_mail,
                           const OpenBoundaries& open);

// Reads the first field at or behind `from` whose name begins with "Content-". Returns where to
// look for the next; npos if there is none.
size_t FindContentField(std::string_view header, size_t from, HeaderField& field);

// Fills what the header's fields say into `part`; `type` stands where no field names one. Returns
// the boundary parameter, empty if there is none.
std::string ReadPartHeader(std::string_view header, Part& part, MailNotes& notes);

// True if a header is inside the measured limits of the MIME library: closed, 1 MiB, 5,000 fields
// of 64 KiB (it is quadratic in the length of a field), no NUL or lone CR, and every line a field
// with an ASCII name or the continuation of one (at any other line it takes the header to be over).
bool FitsLibrary(std::string_view header);

}  // namespace threadlint::mail
