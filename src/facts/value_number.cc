// Numbers that nothing tells more of.
#include "facts/value_readers.h"
#include "util/ascii.h"

#include <array>

namespace threadlint::facts::values {

namespace {

// "2.", "(3)", "[4]" at the beginning of a line, footnotes.
bool IsMark(const Scan& scan, const Spot& spot) {
  const size_t end = spot.figure.end;
  const char before = spot.at == 0 ? '\n' : scan.text[spot.at - 1];
  const char after = scan.At(end);
  if (before == '[' && after == ']') return true;
  if (end - spot.at > 2) return false;
  size_t line = spot.at - (before == '(' ? 1 : 0);
  while (line > 0 && util::IsBlank(scan.text[line - 1]) && spot.at - line < kReach) --line;
  if (line > 0 && scan.text[line - 1] != '\n') return false;
  return after == ')' || (after == '.' && BlankLength(scan, end + 1) > 0);
}

}  // namespace

bool ReadNumber(const Scan& scan, const Spot& spot, Value& out) {
  const Figure& figure = spot.figure;
  if (spot.attached || !figure.valid || IsMark(scan, spot)) return false;
  constexpr int64_t kThousand = 1000, kTen = 10;
  int64_t thousandths = figure.thousandths;
  size_t end = figure.end;
  if (LetterLength(scan.text, end) > 0 && util::IsDigit(scan.At(end - 1))) {
    const std::string_view word = WordAt(scan, end);
    if (!IsOneOf(word, "x X pcs pc k") || util::IsDigit(scan.At(end + word.size()))) return false;
    if (word == "k") {  // "61k"
      thousandths *= kThousand;
      ++end;
    }
  }
  // "24/7", "1/2"
  if (scan.At(end) == '/' && util::IsDigit(scan.At(end + 1))) return false;
  if (spot.at > 1 && scan.text[spot.at - 1] == '/' && util::IsDigit(scan.text[spot.at - 2]))
    return false;
  std::array<char, 24> text;
  size_t size = 0;
  int64_t whole = thousandths / kThousand;
  int64_t rest = thousandths % kThousand;
  std::array<char, 20> digits;
  size_t count = 0;
  for (; whole > 0 || count == 0; whole /= kTen)
    digits[count++] = static_cast<char>('0' + whole % kTen);
  while (count > 0) text[size++] = digits[--count];
  if (rest > 0) {
    text[size++] = '.';
    for (int64_t scale = kThousand / kTen; rest > 0; scale /= kTen) {
      text[size++] = static_cast<char>('0' + rest / scale);
      rest %= scale;
    }
  }
  out = MakeValue(ValueKind::kNumber, figure.begin, end, StableHash({text.data(), size}));
  out.number = thousandths;
  out.doubtful = figure.doubtful;
  return true;
}

}  // namespace threadlint::facts::values
