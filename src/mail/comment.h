// Comments of header fields: "(so, or (so))".
#pragma once

#include <cstddef>
#include <string_view>

namespace threadlint::mail {

// Position behind the comment that begins at s[pos] == '('; a backslash takes the next byte with
// it. npos if it is not closed.
inline size_t CommentEnd(std::string_view s, size_t pos) {
  size_t depth = 0;
  for (size_t i = pos; i < s.size(); ++i) {
    if (s[i] == '\\') {
      ++i;
    } else if (s[i] == '(') {
      ++depth;
    } else if (s[i] == ')' && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace threadlint::mail
