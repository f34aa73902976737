// The delimiter lines of the multiparts that are open at one place of a mail (RFC 2046 5.1.1).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

struct DelimiterLine {
  size_t begin = 0;      // of the line
  size_t text_end = 0;   // of the text before it: the line end before a delimiter belongs to it
  size_t next = 0;       // begin of the next line, or the end of the mail
  size_t level = 0;      // which open boundary: 0 is the outermost
  bool closing = false;  // "--boundary--"
};

// A delimiter stands at the start of a line and has nothing but blanks behind it, so "--ab" is none
// of boundary "a". Of two boundaries that fit, the inner one is meant.
class OpenBoundaries {
 public:
  // Blanks at its end are dropped: they cannot be told from those that gateways add.
  void Push(std::string_view boundary);
  void Truncate(size_t levels) { boundaries_.resize(levels); }
  size_t size() const { return boundaries_.size(); }

  // The line that begins at `begin`, if it is a delimiter.
  std::optional<DelimiterLine> At(std::string_view mail, size_t begin) const;
  // The first one in a line that begins at or behind `from`, which must be the start of a line.
  std::optional<DelimiterLine> Next(std::string_view mail, size_t from) const;

 private:
  std::vector<std::string> boundaries_;
};

}  // namespace threadlint::mail
