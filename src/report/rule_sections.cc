#include "report/rule_sections.h"

#include "util/ascii.h"

#include <algorithm>

namespace threadlint::report {

std::string_view SectionOf(std::string_view document, std::string_view title) {
  const std::string heading = "## " + std::string(title) + "\n";
  size_t begin = document.find(heading);
  // Headings are lines of their own.
  while (begin != std::string_view::npos && begin > 0 && document[begin - 1] != '\n')
    begin = document.find(heading, begin + 1);
  if (begin == std::string_view::npos) return {};
  begin += heading.size();
  const size_t end = document.find("\n## ", begin);
  return util::Trim(document.substr(begin, end == std::string_view::npos ? end : end - begin));
}

std::string PlainText(std::string_view markdown) {
  std::string out;
  for (size_t begin = 0; begin < markdown.size();) {
    const size_t end = std::min(markdown.find('\n', begin), markdown.size());
    const std::string_view line = util::Trim(markdown.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty() || line.starts_with("- ")) {
      if (!out.empty() && !out.ends_with('\n')) out += '\n';
    } else if (!out.empty() && !out.ends_with('\n')) {
      out += ' ';
    }
    for (const char c : line)
      if (c != '`') out += c;
  }
  return out;
}

std::string_view FirstSentences(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  for (size_t end = bytes; end > 0; --end)
    if (text[end - 1] == '.' && util::IsSpace(text[end])) return text.substr(0, end);
  return text.substr(0, text.find(' '));
}

}  // namespace threadlint::report
