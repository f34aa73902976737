// Text made comparable: what writers, keyboards and mail programs do differently is levelled.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::mail {

// UTF-8 to UTF-8: letters of Latin scripts in lower case without their accents (composed or not,
// "ß" is "ss"), typographic quotation marks, apostrophes and dashes as the ASCII ones, wide blanks
// as ' '; what has no width is dropped. Other scripts and line ends stay.
std::string FoldText(std::string_view text);
// The same, put behind what stands in `out`.
void AppendFolded(std::string_view text, std::string& out);

}  // namespace threadlint::mail
