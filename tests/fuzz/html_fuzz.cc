// HTML to text.
#include "fuzz/target.h"
#include "mail/text.h"
#include "util/utf8.h"

#include <string>

namespace threadlint::fuzz {
namespace {

void Run(std::string_view bytes) {
  const std::string text = mail::HtmlToText(bytes);
  if (util::IsValidUtf8(bytes)) RequireUtf8(text, "the text of UTF-8 is UTF-8");
  // Nothing is written twice: a quotation mark or bullet a line is all that comes to it, at most
  // 16 levels deep.
  constexpr size_t kMost = 48;
  Require(text.size() <= kMost * (bytes.size() + 1), "the text is no longer than its HTML allows");
}

const Registration kHere{{"html", Run}};

}  // namespace
}  // namespace threadlint::fuzz
