#include "report/markdown_text.h"

#include "util/visible.h"

namespace threadlint::report {

std::string MarkdownText(std::string_view text) {
  constexpr std::string_view kActive = "\\`*_[]<>|~&#:$@";
  std::string out;
  for (const char c : util::MakeVisible(text)) {
    if (kActive.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace threadlint::report
