// Text of any charset to UTF-8. UTF-8 is checked first; everything else goes through ICU.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::util {

struct Utf8Result {
  std::string text;            // always valid UTF-8
  bool unknown_label = false;  // the label is not on the list: UTF-8, else Windows-1252 was tried
  bool invalid_bytes = false;  // U+FFFD stands where bytes could not be read
};

// `label` as found in mail, any case, quotes and blanks allowed; empty means none stated.
Utf8Result ToUtf8(std::string_view bytes, std::string_view label);

}  // namespace threadlint::util
