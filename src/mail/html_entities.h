// Character references of HTML.
#pragma once

#include <cstddef>
#include <string_view>

namespace threadlint::mail {

struct CharacterReference {
  char32_t code_point = 0;  // 0: none here, the '&' is text
  size_t length = 0;        // of the reference in the text, '&' included
};

// Reads the reference that begins at html[pos] == '&'. Numbers are read as browsers read them
// (HTML, section 13.2.5.80): 0x80 to 0x9F mean Windows-1252, what is no character is U+FFFD. Names:
// those of HTML 4 and common later ones; only Latin-1 names may lack the ';'. Looks at a bounded
// number of characters except for digits.
CharacterReference ReadCharacterReference(std::string_view html, size_t pos);

}  // namespace threadlint::mail
