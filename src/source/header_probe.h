// What a look at the lines behind a separator tells: is this the header of a mail?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace threadlint::source {

// Walks a header block line by line and can go on when more of it has been read.
struct HeaderProbe {
  size_t length = 0;            // bytes of header lines taken, the empty line excluded
  int64_t content_length = -1;  // the last Content-Length that is a number: writers append theirs
  uint8_t known_fields = 0;
  bool any_header = false;
  bool strong_header = false;
  bool complete = false;  // the empty line was seen
  bool crlf = false;      // ... and ends in CRLF
  bool cut_line = false;  // the text ended in the middle of a line
  bool done = false;

  // `text` is the header block from its start, as far as it has been read; `last` says that no more
  // will come. Afterwards either `done`, or more text is wanted. Stops at kMaxHeaderBlock, and at
  // the ninth "From " line inside the block, so that no byte is walked over more than nine times.
  void Walk(std::string_view text, bool last);

 private:
  void TakeLine(std::string_view line);

  bool broken_ = false;  // a line that is no header field came: what follows tells nothing
  int from_lines_ = 0;
};

// The name of the header field in `line`, empty if the line is none. Tolerates blanks before the
// colon; refuses "https://…" and anything that no mail program writes as a name.
std::string_view FieldName(std::string_view line);

}  // namespace threadlint::source
