#include "cases/subject.h"

#include "util/ascii.h"

#include <algorithm>
#include <array>

namespace threadlint::cases {
namespace {

// Prefixes of mail programs by language; compared in lower case, followed by "[n]", "^n" or "(n)"
// and a colon (ASCII or full-width).
constexpr std::array<std::string_view, 27> kPrefixes = {
    "aw",  "ant", "antw", "antwort", "atb", "bls", "doorst", "enc",   "fw",
    "fwd", "i",   "odp",  "pd",      "r",   "re",  "ref",    "res",   "rif",
    "rv",  "sv",  "tr",   "vb",      "vl",  "vs",  "wg",     "wtrlt", "ynt"};

// Length of a prefix such as "Re: " or "AW[2]: " at the start; 0 if there is none.
size_t PrefixLength(std::string_view s) {
  size_t end = 0;
  while (end < s.size() && util::IsAlpha(s[end])) ++end;
  const std::string word = util::LowerAscii(s.substr(0, end));
  if (std::ranges::find(kPrefixes, word) == kPrefixes.end()) return 0;
  if (end < s.size() && (s[end] == '[' || s[end] == '(' || s[end] == '^')) {
    ++end;
    while (end < s.size() && util::IsDigit(s[end])) ++end;
    if (end < s.size() && (s[end] == ']' || s[end] == ')')) ++end;
  }
  while (end < s.size() && util::IsBlank(s[end])) ++end;
  if (s.substr(end).starts_with("\xEF\xBC\x9A")) return end + 3;
  return end < s.size() && s[end] == ':' ? end + 1 : 0;
}

// Length of a short "[list-name]" at the start that holds no digit (numbers may be ticket keys).
size_t TagLength(std::string_view s) {
  if (!s.starts_with('[')) return 0;
  const size_t close = s.find(']');
  if (close == std::string_view::npos || close > 40 || close + 1 == s.size()) return 0;
  return std::ranges::any_of(s.substr(0, close), util::IsDigit) ? 0 : close + 1;
}

}  // namespace

std::string NormaliseSubject(std::string_view subject) {
  for (;;) {
    subject = util::Trim(subject);
    size_t skip = PrefixLength(subject);
    if (skip == 0) skip = TagLength(subject);
    if (skip == 0) break;
    subject.remove_prefix(skip);
  }
  std::string out;
  for (const char c : subject) {
    if (!util::IsSpace(c)) {
      out += util::ToLower(c);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace threadlint::cases
