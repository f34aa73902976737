// Versions: "v4.2", "4.2.1", "version 4", "Android 14".
#include "facts/value_readers.h"
#include "util/ascii.h"

namespace threadlint::facts::values {

namespace {

constexpr std::string_view kLabels =
    "version versions versie versione ver firmware fw release build software rev revision ios "
    "ipados android windows macos ubuntu debian tvos watchos app update";

// "v" or "V" that is a word of its own: where it stands, or `at`.
size_t LetterV(const Scan& scan, size_t at) {
  if (at == scan.floor || util::ToLower(scan.text[at - 1]) != 'v') return at;
  return LetterBefore(scan.text, at - 1) > 0 || (at > 1 && util::IsDigit(scan.text[at - 2]))
             ? at
             : at - 1;
}

}  // namespace

bool ReadVersion(const Scan& scan, const Spot& spot, Value& out) {
  constexpr size_t kLongestPart = 6, kMostParts = 5, kFew = 3;
  const size_t begin = LetterV(scan, spot.at);
  if (spot.attached && begin == spot.at) return false;
  size_t end = spot.at;
  size_t parts = 0;
  size_t last_digits = 0;
  bool bytes = true;  // all parts fit in a byte: an address of the internet protocol
  while (parts < kMostParts) {
    size_t place = end + (parts > 0 ? 1 : 0);
    const size_t digits = CountDigits(scan, place);
    if (digits == 0 || digits > kLongestPart) break;
    constexpr int64_t kByte = 255;
    bytes = bytes && ReadDigits(scan, place) <= kByte;
    end = parts > 0 ? end + 1 + digits : end + digits;
    last_digits = digits;
    ++parts;
    if (scan.At(end) != '.' || !util::IsDigit(scan.At(end + 1))) break;
  }
  // "4.2.1-rc2"
  if (scan.At(end) == '-' && parts > 1) {
    const std::string_view stage = WordAt(scan, end + 1);
    if (IsFoldedOneOf(stage, "rc beta alpha dev pre b a p r")) {
      end += 1 + stage.size();
      if (scan.At(end) == '.') ++end;
      end += CountDigits(scan, end);
      if (!util::IsAlnum(scan.text[end - 1])) --end;
    }
  }
  if (parts == 0 || util::IsDigit(scan.At(end)) || scan.At(end) == '-' ||
      (scan.At(end) == '.' && util::IsDigit(scan.At(end + 1))))
    return false;
  const bool labelled = begin < spot.at || IsFoldedOneOf(PreviousWord(scan, spot.at), kLabels) ||
                        (spot.at > 1 && scan.text[spot.at - 1] == ':' &&
                         IsFoldedOneOf(PreviousWord(scan, spot.at, true), kLabels));
  if (!labelled && parts < kFew) return false;
  // "31.02.2026": a slip in a date.
  constexpr size_t kYearDigits = 4;
  if (!labelled && parts == kFew && last_digits == kYearDigits) return false;
  // "version 4 of", "build 22631": a year or a long number behind "update" or "app" is none.
  if (begin == spot.at && parts == 1) {
    if (end - spot.at > kLongestPart - 1 ||
        IsFoldedOneOf(PreviousWord(scan, spot.at, true), "app update software"))
      return false;
  }
  constexpr size_t kAddressParts = 4, kShortestAddress = 9;
  // "4.2.1b", "4.2.1-rc2" end with letters.
  if (LetterLength(scan.text, end) > 0) {
    const std::string_view letters = WordAt(scan, end);
    if (letters.size() > 2) return false;
    end += letters.size();
    end += CountDigits(scan, end);
  }
  const std::string_view text = scan.text.substr(spot.at, end - spot.at);
  if (!labelled && parts == kAddressParts && bytes && text.size() >= kShortestAddress) {
    out = MakeValue(ValueKind::kIdentifier, spot.at, end, StableHash(text));
    return true;
  }
  out = MakeValue(ValueKind::kVersion, begin, end, StableHash(util::LowerAscii(text)));
  return true;
}

}  // namespace threadlint::facts::values
