// Code points that act on a terminal or hide from the eye.
#pragma once

namespace threadlint::util {

// Controls, format characters without a glyph (bidirectional marks, overrides and isolates,
// zero-width characters, tags, invisible operators), line and paragraph separators, fillers.
// The variation selectors U+FE0E and U+FE0F, which choose how an emoji looks, are not hidden.
bool IsHidden(char32_t code_point);

}  // namespace threadlint::util
