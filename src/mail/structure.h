// The MIME structure of one raw mail (RFC 2045, 2046): a flat list of parts, bodies as ranges.
#pragma once

#include "mail/mail_note.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

struct Part {
  std::string type = "text/plain";  // lower case, "type/subtype"
  std::string charset;              // lower case; empty if not stated
  std::string file_name;            // decoded UTF-8 (RFC 2231 or 2047), from disposition or name
  std::string encoding;             // Content-Transfer-Encoding, lower case; empty = 7bit
  std::string disposition;          // lower case: "attachment", "inline", ""
  bool format_flowed = false;       // RFC 3676
  bool del_sp = false;
  int32_t parent = -1;  // index in Structure::parts; -1 for the root
  uint16_t depth = 0;
  // Byte ranges in the raw mail. The header goes up to the empty line that closes it (its last line
  // end is inside, the empty line is not); the body begins behind that line. The line end before a
  // delimiter belongs to the delimiter. A multipart's body holds its delimiters and parts, preamble
  // and epilogue; a mail's body is all behind its header.
  size_t header_begin = 0, header_end = 0;
  size_t body_begin = 0, body_end = 0;  // still encoded
};

struct Structure {
  std::vector<Part> parts;  // in order of the text; parts[0] is the mail itself
  MailNotes notes;
};

struct StructureLimits {
  size_t mail_bytes = size_t{256} << 20;
  size_t parts = 5000;
  size_t depth = 50;
};

// Never fails: what the MIME library must not see (see the limits) is read by a tolerant scanner of
// our own and noted. message/rfc822 is descended into (its part is the parent of the inner mail's
// parts) unless it is encoded, then it is a leaf. What lies beyond a limit stays in the range of
// the last part within it: too deep, a container is a leaf; too many, its parent holds the rest;
// too large, all is read all the same.
Structure ReadStructure(std::string_view raw_mail, const StructureLimits& limits = {});

}  // namespace threadlint::mail
