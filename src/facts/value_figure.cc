// Numbers as written: signs between thousands and before decimals.
#include "facts/value_scan.h"
#include "util/ascii.h"

namespace threadlint::facts::values {

namespace {

constexpr size_t kMostDigits = 15;  // of a number that counts or measures something

// The sign between thousands at `at`; 0: none.
size_t GroupSignLength(const Scan& scan, size_t at, bool spaces) {
  const char c = scan.At(at);
  if (c == ',' || c == '.' || c == '\'') return 1;
  if (c == ' ') return spaces ? 1 : 0;
  if (c == '\xE2' && scan.Stands(at, "\xE2\x80\x99")) return 3;
  return c == '\t' ? 0 : BlankLength(scan, at);
}

}  // namespace

size_t CountDigits(const Scan& scan, size_t at) {
  size_t end = at;
  while (util::IsDigit(scan.At(end)) && end - at < kReach) ++end;
  return end - at;
}

int64_t ReadDigits(const Scan& scan, size_t& at) {
  constexpr size_t kMost = 18;
  const size_t count = CountDigits(scan, at);
  if (count == 0 || count > kMost) return -1;
  int64_t value = 0;
  for (const size_t end = at + count; at < end; ++at) value = value * 10 + (scan.text[at] - '0');
  return value;
}

Figure ReadFigure(const Scan& scan, size_t at, bool spaces) {
  constexpr size_t kGroup = 3;
  Figure figure;
  figure.begin = at;
  figure.whole_digits = CountDigits(scan, at);
  figure.end = at + figure.whole_digits;
  if (figure.whole_digits == 0 || figure.whole_digits > kMostDigits) return figure;
  size_t place = at;
  int64_t whole = ReadDigits(scan, place);

  const size_t sign = GroupSignLength(scan, place, spaces);
  const std::string_view sign_text = scan.text.substr(place, sign);
  size_t groups = 0;
  if (sign > 0 && figure.whole_digits <= kGroup && scan.At(at) != '0') {
    while (scan.Stands(place, sign_text) && figure.whole_digits <= kMostDigits - kGroup) {
      size_t next = place + sign;
      const size_t digits = CountDigits(scan, next);
      // "1,23,456" of India
      const bool pair = digits == 2 && sign_text == "," && scan.At(next + 2) == ',' &&
                        CountDigits(scan, next + kGroup) >= 2 &&
                        CountDigits(scan, next + kGroup) <= kGroup;
      if (digits != kGroup && !pair) break;
      whole = whole * (pair ? 100 : 1000) + ReadDigits(scan, next);
      figure.whole_digits += digits;
      place = next;
      ++groups;
    }
  }
  figure.grouped = groups > 0;
  figure.thousandths = whole * 1000;
  figure.end = place;

  const bool dot_or_comma = sign_text == "." || sign_text == ",";
  const char mark = scan.At(place);
  const bool other = groups == 0 || mark != sign_text.front();
  if ((mark == '.' || mark == ',') && other && util::IsDigit(scan.At(place + 1))) {
    size_t next = place + 1;
    int64_t scale = 100;
    figure.decimals = CountDigits(scan, next);
    for (const size_t end = next + figure.decimals; next < end; ++next, scale /= 10)
      figure.thousandths += scale * (scan.text[next] - '0');
    figure.end = next;
  } else if (groups == 1 && dot_or_comma) {
    figure.doubtful = sign_text == (UsesDecimalComma(scan) ? "," : ".");
    if (figure.doubtful) {
      figure.whole_digits -= kGroup;
      figure.decimals = kGroup;
      figure.thousandths = whole;
    }
  }
  figure.plain = !figure.grouped && figure.decimals == 0;
  const char after = scan.At(figure.end);
  // Dates, versions, lists have more signs.
  figure.valid = !((after == '.' || after == ',') && util::IsDigit(scan.At(figure.end + 1)) &&
                   (figure.decimals > 0 || figure.grouped || after == '.'));
  return figure;
}

int64_t ThousandthsOfMoney(const Figure& figure) {
  return figure.doubtful ? figure.thousandths * 1000 : figure.thousandths;
}

}  // namespace threadlint::facts::values
