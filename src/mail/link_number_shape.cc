#include "mail/link_number_shape.h"

#include "util/ascii.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace threadlint::mail {

namespace {

// Letters before a number that make it something public: a standard, a patch, a tax number.
constexpr std::string_view kPublic[] = {"ISO", "EN",  "DIN", "IEC", "RFC", "CVE", "KB",   "UTF",
                                        "SHA", "MD",  "TLS", "VDE", "BS",  "IP",  "RGB",  "HTTP",
                                        "EUR", "USD", "GBP", "CHF", "HRB", "HRA", "COVID"};

constexpr size_t kMostGroups = 4;

struct Groups {
  std::array<std::string_view, kMostGroups> items;
  size_t count = 0;
  size_t digits = 0, letters = 0, small = 0;
  bool slash = false;
  bool bad = false;
};

Groups Split(std::string_view text) {
  Groups out;
  size_t begin = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '-';
    out.digits += util::IsDigit(c) ? 1 : 0;
    out.letters += util::IsAlpha(c) ? 1 : 0;
    out.small += util::IsLower(c) ? 1 : 0;
    if (util::IsAlnum(c)) continue;
    out.slash = out.slash || c == '/';
    if (i == begin || out.count == kMostGroups) {
      out.bad = true;
      return out;
    }
    out.items[out.count++] = text.substr(begin, i - begin);
    begin = i + 1;
  }
  return out;
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), util::IsDigit);
}

int Number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool IsYear(std::string_view text) {
  return text.size() == 4 && AllDigits(text) && (text.starts_with("19") || text.starts_with("20"));
}

bool IsDay(std::string_view month, std::string_view day) {
  const int m = Number(month), d = Number(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

// 20210704, 04072021
bool IsCompactDate(std::string_view text) {
  if (text.size() != 8) return false;
  return (IsYear(text.substr(0, 4)) && IsDay(text.substr(4, 2), text.substr(6, 2))) ||
         (IsYear(text.substr(4)) && (IsDay(text.substr(0, 2), text.substr(2, 2)) ||
                                     IsDay(text.substr(2, 2), text.substr(0, 2))));
}

NumberShape OneRun(std::string_view text) {
  constexpr size_t kShortest = 5, kPlainShortest = 6, kPlainLongest = 12, kLongest = 20;
  if (text.size() < kShortest || text.size() > kLongest) return NumberShape::kNone;
  const bool same = text.find_first_not_of(text.front()) == std::string_view::npos;
  if (text.size() < kPlainShortest || text.size() > kPlainLongest || text.front() == '0' || same ||
      IsCompactDate(text))
    return NumberShape::kNeedsLabel;
  return NumberShape::kPlain;
}

NumberShape DigitGroups(const Groups& groups) {
  constexpr size_t kFewest = 6, kMost = 22;
  const auto size = [&](size_t i) { return groups.items[i].size(); };
  const bool date =
      groups.count == 3 && size(0) <= 4 && size(1) <= 2 && size(2) <= 4 && groups.digits <= 8;
  if (date || groups.digits < kFewest || groups.digits > kMost) return NumberShape::kNone;
  if (groups.count == 2 && IsYear(groups.items[0])) {
    if (size(1) <= 2) return NumberShape::kNone;  // a month
    if (IsYear(groups.items[1])) return NumberShape::kNone;
    return size(1) >= 5 && !groups.slash ? NumberShape::kTelling : NumberShape::kNeedsLabel;
  }
  if (groups.count == 3 && size(0) == 3 && size(1) == 7 && size(2) == 7)
    return NumberShape::kTelling;
  return NumberShape::kNeedsLabel;
}

// "W871286", "ORD-68840225", "INV-2024-00123", "RR123456789DE"
NumberShape WithLetters(std::string_view text, const Groups& groups) {
  constexpr size_t kLongestPrefix = 5, kTellingDigits = 5, kFewest = 4, kShortest = 5,
                   kLongest = 26;
  if (text.size() < kShortest || text.size() > kLongest || groups.slash)
    return groups.slash && groups.small == 0 && groups.digits >= kFewest ? NumberShape::kNeedsLabel
                                                                         : NumberShape::kNone;
  size_t prefix = 0;
  while (prefix < text.size() && util::IsAlpha(text[prefix])) ++prefix;
  std::string_view rest = text.substr(prefix);
  if (!rest.empty() && !util::IsDigit(rest.front())) rest.remove_prefix(1);
  for (const std::string_view name : kPublic)
    if (util::EqualsIgnoreCase(text.substr(0, prefix), name)) return NumberShape::kNone;
  const bool digits = std::none_of(rest.begin(), rest.end(), util::IsAlpha);
  if (prefix > 0 && prefix <= kLongestPrefix && digits && groups.digits >= kTellingDigits) {
    if (groups.small == 0) return NumberShape::kTelling;
    return groups.digits > kTellingDigits && text.size() > prefix + rest.size()
               ? NumberShape::kTelling
               : NumberShape::kNeedsLabel;
  }
  constexpr size_t kPostal = 13;  // UPU S10
  if (prefix == 2 && text.size() == kPostal && groups.digits == 9 && groups.small == 0 &&
      util::IsAlpha(text[11]) && util::IsAlpha(text[12]))
    return NumberShape::kTelling;
  if (groups.small == 0 && groups.digits >= 2) return NumberShape::kNeedsLabel;
  return digits && prefix > 0 && groups.digits >= kFewest ? NumberShape::kNeedsLabel
                                                          : NumberShape::kNone;
}

}  // namespace

NumberShape ShapeOf(std::string_view text) {
  constexpr size_t kLongest = 32;
  if (text.size() > kLongest) return NumberShape::kNone;
  const Groups groups = Split(text);
  if (groups.bad || groups.digits == 0) return NumberShape::kNone;
  if (groups.letters > 0) return WithLetters(text, groups);
  return groups.count == 1 ? OneRun(text) : DigitGroups(groups);
}

}  // namespace threadlint::mail
