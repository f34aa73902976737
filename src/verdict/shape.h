// What stands in place of a number, a token or a name and is read by the rules as it was: of the
// same form, with other letters and digits.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::verdict {

// Every letter and digit becomes another one, by its place and the key; all else stays. Equal texts
// have equal shapes, whatever stands between their letters and digits ("LK-20", "LK 20"), and what
// was cut off behind is cut off of the shape. Letters beyond ASCII become ASCII ones.
std::string ShapeOf(std::string_view key, std::string_view text);

// A word that can be taken for a name ("Tokavemi"), made from what it stands for and the key.
std::string NameLike(std::string_view key, std::string_view normal);

// Text that says nothing: each word has its length, capitals and stops, but letters that make no
// word of any language. Equal words stay equal.
std::string Filler(std::string_view key, std::string_view text);

}  // namespace threadlint::verdict
