#include "mail/mime_boundaries.h"

#include "util/ascii.h"
#include "util/find_bytes.h"

namespace threadlint::mail {

void OpenBoundaries::Push(std::string_view boundary) {
  boundaries_.emplace_back(util::TrimRight(boundary));
}

std::optional<DelimiterLine> OpenBoundaries::At(std::string_view mail, size_t begin) const {
  if (!mail.substr(begin).starts_with("--")) return std::nullopt;
  const size_t line_end = mail.find('\n', begin);
  DelimiterLine found;
  found.begin = begin;
  found.next = line_end == std::string_view::npos ? mail.size() : line_end + 1;
  const std::string_view line = util::TrimRight(mail.substr(begin + 2, found.next - begin - 2));
  for (size_t level = boundaries_.size(); level-- > 0;) {
    const std::string_view boundary = boundaries_[level];
    const bool opens = line == boundary;
    const bool closes = !opens && line.ends_with("--") &&
                        util::TrimRight(line.substr(0, line.size() - 2)) == boundary;
    if (!opens && !closes) continue;
    found.level = level;
    found.closing = closes;
    found.text_end = begin;
    if (found.text_end > 0) --found.text_end;
    if (found.text_end > 0 && mail[found.text_end - 1] == '\r') --found.text_end;
    return found;
  }
  return std::nullopt;
}

std::optional<DelimiterLine> OpenBoundaries::Next(std::string_view mail, size_t from) const {
  if (boundaries_.empty() || from >= mail.size()) return std::nullopt;
  if (auto found = At(mail, from)) return found;
  for (size_t at = util::FindBytes(mail, "\n--", from); at != std::string_view::npos;
       at = util::FindBytes(mail, "\n--", at + 1)) {
    if (auto found = At(mail, at + 1)) return found;
  }
  return std::nullopt;
}

}  // namespace threadlint::mail
