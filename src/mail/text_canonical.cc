#include "mail/text_canonical.h"

#include "util/ascii.h"

#include <algorithm>
#include <cstddef>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;

// Words of which a list footer has at least one (HTML undone, any case).
constexpr std::string_view kFooterWords[] = {
    "unsubscribe", "mailing list", "listinfo",   "mailman",      "majordomo",
    "subscribed",  "googlegroups", "list archi", "subscription", "-request@",
};
constexpr size_t kFooterLines = 14;
constexpr size_t kFooterBytes = 2000;
constexpr int kFooters = 4;  // that may stand below each other

// How a gateway's warning begins, and of what it speaks.
constexpr std::string_view kBannerStarts[] = {
    "[external", "external e", "external m",   "caution",         "[caution",
    "warning",   "attention",  "*external",    "***extern",       "**extern",
    "<extern",   "this e",     "this message", "you don't often",
};
constexpr std::string_view kBannerWords[] = {"external", "outside", "originated",
                                             "often get email"};
constexpr size_t kBannerBytes = 600;
constexpr int kBanners = 3;

template <size_t n>
bool HasAny(std::string_view text, const std::string_view (&words)[n]) {
  for (const std::string_view word : words)
    if (util::FindIgnoreCase(text, word) != kNone) return true;
  return false;
}

bool IsRuler(std::string_view line) {
  line = util::Trim(line);
  if (line == "--") return true;
  if (line.size() < 4) return false;
  for (const char c : line)
    if (c != '_' && c != '-' && c != '=' && c != '*' && c != '~') return false;
  return true;
}

// The text before a list footer at its end; the whole text if there is none.
std::string_view WithoutFooter(std::string_view text) {
  text = util::TrimRight(text);
  size_t end = text.size();
  for (size_t lines = 0; lines < kFooterLines && end > 0; ++lines) {
    const size_t newline = text.rfind('\n', end - 1);
    const size_t begin = newline == kNone ? 0 : newline + 1;
    if (text.size() - begin > kFooterBytes) break;
    // The closing ruler of a framed footer is no start of one.
    if (IsRuler(text.substr(begin, end - begin)) && HasAny(text.substr(end), kFooterWords))
      return text.substr(0, begin);
    if (begin == 0) break;
    end = begin - 1;
  }
  return text;
}

// The text behind a gateway's warning at its beginning; the whole text if there is none.
std::string_view WithoutBanner(std::string_view text) {
  text = util::TrimLeft(text);
  std::string_view rest = text;
  while (!rest.empty() && IsRuler(rest.substr(0, rest.find('\n'))))
    rest = util::TrimLeft(rest.substr(std::min(rest.find('\n'), rest.size() - 1) + 1));
  bool starts = false;
  for (const std::string_view start : kBannerStarts)
    starts = starts || util::StartsWithIgnoreCase(rest, start);
  if (!starts) return text;
  size_t end = 0;
  while (end < rest.size()) {
    const size_t newline = std::min(rest.find('\n', end), rest.size());
    const std::string_view line = rest.substr(end, newline - end);
    if (util::Trim(line).empty()) break;
    end = std::min(newline + 1, rest.size());
    if (IsRuler(line)) break;
  }
  if (end > kBannerBytes || !HasAny(rest.substr(0, end), kBannerWords)) return text;
  return util::TrimLeft(rest.substr(end));
}

// Appends a line's words, each with a blank before it but the first of the text.
void AppendWords(std::string_view line, std::string& out) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  size_t at = 0;
  while (at < line.size()) {
    size_t skip = 0;
    if (util::IsSpace(line[at])) skip = 1;
    if (line.substr(at).starts_with(kNoBreakSpace)) skip = kNoBreakSpace.size();
    if (skip > 0) {
      at += skip;
      continue;
    }
    size_t end = at;
    while (end < line.size() && !util::IsSpace(line[end]) &&
           !(line[end] == kNoBreakSpace[0] && line.substr(end).starts_with(kNoBreakSpace)))
      ++end;
    if (!out.empty()) out += ' ';
    out += line.substr(at, end - at);
    at = end;
  }
}

// "Re:", "AW:", "Fwd[2]:": the length with the colon; 0 if there is none.
size_t ReplyPrefixLength(std::string_view subject) {
  constexpr size_t kLongest = 4;
  size_t at = 0;
  while (at < subject.size() && at < kLongest && util::IsAlpha(subject[at])) ++at;
  if (at < 2) return 0;
  if (at < subject.size() && subject[at] == '[') {
    ++at;
    while (at < subject.size() && util::IsDigit(subject[at])) ++at;
    if (at == subject.size() || subject[at] != ']') return 0;
    ++at;
  }
  return at < subject.size() && subject[at] == ':' ? at + 1 : 0;
}

// The length of a tag "[users]" that list software or a gateway put there; 0 if there is none.
size_t TagLength(std::string_view subject, std::string_view list_id) {
  constexpr size_t kLongest = 48;
  if (!subject.starts_with('[')) return 0;
  const size_t end = subject.substr(0, kLongest).find(']');
  if (end == kNone || end < 2) return 0;
  const std::string_view name = subject.substr(1, end - 1);
  if (util::EqualsIgnoreCase(name, list_id.substr(0, list_id.find('.')))) return end + 1;
  for (const char c : name)
    if (util::IsDigit(c) || c == '#' || c == '[') return 0;
  return end + 1;
}

}  // namespace

std::string CanonicalText(std::string_view text) {
  for (int i = 0; i < kBanners; ++i) text = WithoutBanner(text);
  for (int i = 0; i < kFooters; ++i) text = WithoutFooter(text);
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const size_t marks = line.find_first_not_of('>');
    if (marks != kNone && marks > 0 && line.substr(marks).starts_with("From "))
      line.remove_prefix(marks);
    AppendWords(line, out);
  }
  return out;
}

std::string CanonicalSubject(std::string_view subject, std::string_view list_id) {
  std::string out;
  while (true) {
    subject = util::TrimLeft(subject);
    if (const size_t tag = TagLength(subject, list_id); tag > 0) {
      subject.remove_prefix(tag);
    } else if (const size_t prefix = ReplyPrefixLength(subject); prefix > 0) {
      AppendWords(subject.substr(0, prefix), out);
      subject.remove_prefix(prefix);
    } else {
      break;
    }
  }
  AppendWords(subject, out);
  return out;
}

}  // namespace threadlint::mail
