// Whose words the lines of a text are.
#include "fuzz/target.h"
#include "mail/own_text.h"
#include "util/charset.h"

#include <string>
#include <vector>

namespace threadlint::fuzz {
namespace {

void Run(std::string_view bytes) {
  const std::string text = util::ToUtf8(bytes, "utf-8").text;
  const std::vector<mail::TextLine> lines = mail::ReadLines(text);
  const char* last = text.data();
  for (const mail::TextLine& line : lines) {
    RequireInside(line.text, text, "a line stands in the text");
    RequireUtf8(line.text, "a line is UTF-8");
    Require(line.text.empty() || line.text.data() >= last, "lines stand in order");
    if (!line.text.empty()) last = line.text.data();
  }
}

const Registration kHere{{"own_text", Run}};

}  // namespace
}  // namespace threadlint::fuzz
