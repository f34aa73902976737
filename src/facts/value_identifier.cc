// Numbers of orders, claims, devices and parts; plates; whatever has letters and digits mixed.
#include "facts/value_chunk.h"
#include "facts/value_readers.h"
#include "mail/link_number_words.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts::values {

namespace {

struct Make {
  size_t digits = 0, letters = 0, signs = 0, uppers = 0;
};

Make MakeOf(std::string_view text) {
  Make make;
  for (const char c : text) {
    if (util::IsDigit(c)) {
      ++make.digits;
    } else if (util::IsAlpha(c)) {
      ++make.letters;
      make.uppers += util::IsUpper(c) ? 1 : 0;
    } else {
      ++make.signs;
    }
  }
  return make;
}

bool IsYear(std::string_view text) {
  constexpr size_t kDigits = 4;
  return text.size() == kDigits && (text.starts_with("19") || text.starts_with("20")) &&
         std::all_of(text.begin(), text.end(), util::IsDigit);
}

bool IsAlphaOnly(std::string_view text) {
  return std::all_of(text.begin(), text.end(), util::IsAlpha);
}

bool IsLabelWord(std::string_view word) {
  using mail::NumberWord;
  const NumberWord kind = mail::NumberWordOf(FoldedWord(word).Text());
  return kind != NumberWord::kNone && kind != NumberWord::kUnit;
}

// A part without digits that is a word: "order-229174", "30-page".
bool IsWordPart(std::string_view part) {
  constexpr size_t kLongestCode = 3;
  if (!IsAlphaOnly(part)) return false;
  if (part.size() > kLongestCode && std::any_of(part.begin(), part.end(), util::IsLower))
    return true;
  return part.size() > kLongestCode && IsLabelWord(part);
}

// Where the first part of `text` ends, and the last begins.
size_t FirstPartEnd(const Scan& scan, const Chunk& chunk) {
  size_t end = chunk.begin;
  while (end < chunk.end && util::IsAlnum(scan.text[end])) ++end;
  return end;
}
size_t LastPartBegin(const Scan& scan, const Chunk& chunk) {
  size_t begin = chunk.end;
  while (begin > chunk.begin && util::IsAlnum(scan.text[begin - 1])) --begin;
  return begin;
}

// Cuts words off both ends; the digits at `at` stay.
void CutWords(const Scan& scan, size_t at, Chunk& chunk) {
  for (int i = 0; i < 3; ++i) {
    const size_t end = FirstPartEnd(scan, chunk);
    if (end >= at || end == chunk.end ||
        !IsWordPart(scan.text.substr(chunk.begin, end - chunk.begin)))
      break;
    chunk.begin = end;
    while (chunk.begin < at && !util::IsAlnum(scan.text[chunk.begin])) ++chunk.begin;
  }
  for (int i = 0; i < 3; ++i) {
    const size_t begin = LastPartBegin(scan, chunk);
    if (begin <= at || !IsWordPart(scan.text.substr(begin, chunk.end - begin))) break;
    chunk.end = begin;
    while (chunk.end > at && !util::IsAlnum(scan.text[chunk.end - 1])) --chunk.end;
  }
}

// "IMG_4471.jpg": the name of a file is no number.
bool IsFileName(const Scan& scan, size_t end) {
  if (scan.At(end) != '.') return false;
  const std::string_view word = WordAt(scan, end + 1);
  return IsFoldedOneOf(word,
                       "jpg jpeg png gif pdf doc docx xls xlsx ppt pptx zip rar heic heif mov mp "
                       "avi txt csv eml msg log html htm tif tiff bmp webp xml json exe dmg iso");
}

// "2023-24", "2024/2025", "9-5", "24/7": ranges and fractions.
bool IsRange(std::string_view text) {
  const size_t sign = text.find_first_not_of("0123456789");
  if (sign == std::string_view::npos) return false;
  size_t behind = sign;
  while (behind < text.size() && !util::IsDigit(text[behind])) ++behind;
  const std::string_view first = text.substr(0, sign), second = text.substr(behind);
  if (second.find_first_not_of("0123456789") != std::string_view::npos) return false;
  constexpr size_t kLongest = 3;
  return (IsYear(first) && (IsYear(second) || second.size() == 2)) ||
         (first.size() <= kLongest && second.size() <= kLongest);
}

// "AB12 CDE" of Britain, "A123 BCD".
size_t PlateEnd(const Scan& scan, const Chunk& chunk) {
  const std::string_view text = scan.text.substr(chunk.begin, chunk.end - chunk.begin);
  const Make make = MakeOf(text);
  constexpr size_t kSuffix = 3;
  const bool now = make.letters == 2 && make.digits == 2 && util::IsUpper(text[0]) &&
                   util::IsUpper(text[1]) && text.size() == 4;
  const bool before = make.letters == 1 && make.digits <= kSuffix && util::IsUpper(text[0]) &&
                      text.size() == make.digits + 1;
  if (make.signs > 0 || make.uppers != make.letters || (!now && !before)) return 0;
  const size_t blank = BlankLength(scan, chunk.end);
  const std::string_view suffix = WordAt(scan, chunk.end + blank);
  if (blank == 0 || suffix.size() != kSuffix ||
      !std::all_of(suffix.begin(), suffix.end(), util::IsUpper) ||
      IsOneOf(suffix, "AND THE FOR NOT BUT WAS HAS ARE YOU OUR USB LED") ||
      util::IsDigit(scan.At(chunk.end + blank + kSuffix)))
    return 0;
  return chunk.end + blank + kSuffix;
}

// "TM 20418": a short word in capitals that is no word of a shouted sentence.
size_t PrefixBegin(const Scan& scan, size_t begin, size_t digits) {
  // Before a long number it says what it is of: "IMEI", "DNI".
  constexpr size_t kLongest = 4, kFewestDigits = 3, kMostDigits = 6;
  if (digits < kFewestDigits || digits > kMostDigits || begin == scan.floor ||
      scan.text[begin - 1] != ' ')
    return begin;
  const std::string_view word = WordBefore(scan, begin - 1);
  if (word.size() < 2 || word.size() > kLongest ||
      !std::all_of(word.begin(), word.end(), util::IsUpper) || IsLabelWord(word) ||
      IsOneOf(word,
              "THE AND OF TO IN IS ON AT FOR MY WAS IT BE AM ARE WE OR AS BY IF NO SO UP DO "
              "HE ME AN US WITH FROM YOUR THIS THAT PLUS ISO DIN USA UK EU HAVE OVER ONLY "
              "PO ETA RE FAQ"))
    return begin;
  // "NW 771": a flight; of more letters it may be any word.
  if (digits == kFewestDigits && word.size() > 2) return begin;
  const size_t at = begin - 1 - word.size();
  if (at > scan.floor && (util::IsAlnum(scan.text[at - 1]) || scan.text[at - 1] == '-'))
    return begin;
  const std::string_view earlier = PreviousWord(scan, at);
  if (earlier.size() > 1 && std::all_of(earlier.begin(), earlier.end(), util::IsUpper) &&
      !IsLabelWord(earlier))
    return begin;
  return at;
}

// Groups of digits behind `end` that belong to the same number. `total` counts digits.
size_t GroupsEnd(const Scan& scan, size_t end, bool prefixed, size_t& total) {
  constexpr size_t kMost = 24, kShortest = 2, kLongest = 5;
  size_t last = end;
  size_t count = total;
  while (count < kMost && scan.At(last) == ' ') {
    const size_t digits = CountDigits(scan, last + 1);
    const size_t next = last + 1 + digits;
    if (digits < kShortest || digits > kLongest || LetterLength(scan.text, next) > 0 ||
        (!util::IsSpace(scan.At(next)) &&
         std::string_view(".,;:!?)").find(scan.At(next)) == std::string_view::npos &&
         next < scan.text.size()) ||
        ((scan.At(next) == '.' || scan.At(next) == ',') && util::IsDigit(scan.At(next + 1))))
      break;
    // A count of things: "TM 20418 12 boxes".
    const std::string_view thing = BlankLength(scan, next) > 0 ? WordAt(scan, next + 1) : "";
    if (prefixed && (thing.ends_with('s') && thing != "is" && thing != "was")) break;
    last = next;
    count += digits;
  }
  total = count;
  return last;
}

// "8991 2200 7741 0935 52"
bool ReadGrouped(const Scan& scan, const Spot& spot, Value& out) {
  constexpr size_t kFirst = 5, kShortest = 3, kFewest = 9, kGroup = 3;
  const size_t digits = CountDigits(scan, spot.at);
  if (digits < 2 || digits > kFirst) return false;
  size_t total = digits;
  const size_t begin = PrefixBegin(scan, spot.at, digits);
  if (begin < spot.at) return false;
  const size_t end = GroupsEnd(scan, spot.at + digits, false, total);
  if (end == spot.at + digits || (total < kFewest && digits < kShortest)) return false;
  const std::string_view text = scan.text.substr(spot.at, end - spot.at);
  const bool label = LabelBefore(scan, spot.at) != Label::kNone;
  constexpr size_t kFewestLabelled = 6;
  if (total < (label ? kFewestLabelled : kFewest)) return false;
  // "12 000 000": thousands.
  size_t groups_of_three = 0, groups = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t blank = std::min(text.find(' ', at), text.size());
    groups_of_three += at > 0 && blank - at == kGroup ? 1 : 0;
    groups += at > 0 ? 1 : 0;
    at = blank + 1;
  }
  if (groups_of_three == groups && digits <= kGroup && total < kFewest + 1 && !label) return false;
  out = MakeValue(ValueKind::kIdentifier, spot.at, end, NormOfIdentifier(text));
  return true;
}

// "M-AB 1234" of Germany: where it begins; `at` if it is none.
size_t GermanPlateBegin(const Scan& scan, size_t at, size_t digits) {
  constexpr size_t kMostDigits = 4, kMostLetters = 2, kMostPlace = 3;
  if (digits > kMostDigits || at < scan.floor + 4 || scan.text[at - 1] != ' ') return at;
  const auto big = [](std::string_view word, size_t most) {
    return !word.empty() && word.size() <= most &&
           std::all_of(word.begin(), word.end(), util::IsUpper);
  };
  const std::string_view letters = WordBefore(scan, at - 1);
  if (!big(letters, kMostLetters)) return at;
  const size_t dash = at - 2 - letters.size();
  if (dash <= scan.floor || scan.text[dash] != '-') return at;
  const std::string_view place = WordBefore(scan, dash);
  if (!big(place, kMostPlace)) return at;
  const size_t begin = dash - place.size();
  return begin > 0 && (util::IsAlnum(scan.text[begin - 1]) || scan.text[begin - 1] == '-') ? at
                                                                                           : begin;
}

// "orders 4471 and 4472": what the first is the second is.
bool FollowsIdentifier(const Scan& scan, size_t at, size_t digits) {
  if (scan.last == nullptr || scan.last->kind != ValueKind::kIdentifier ||
      scan.last->length != digits)
    return false;
  size_t place = scan.floor;
  if (scan.At(place) == ',' || scan.At(place) == '/' || scan.At(place) == '&') ++place;
  place = SkipBlanks(scan, place);
  if (scan.At(place) == '&') ++place;
  const std::string_view word = WordAt(scan, place);
  if (IsFoldedOneOf(word, "and or und oder et ou y o e")) place += word.size();
  return SkipBlanks(scan, place) == at;
}

bool ReadDigitString(const Scan& scan, const Spot& spot, size_t digits, Value& out) {
  constexpr size_t kSure = 5, kLabelled = 3;
  const size_t end = spot.at + digits;
  const bool hash = spot.at > scan.floor && scan.text[spot.at - 1] == '#';
  if (const size_t plate = GermanPlateBegin(scan, spot.at, digits); plate < spot.at) {
    out = MakeValue(ValueKind::kIdentifier, plate, end,
                    NormOfIdentifier(scan.text.substr(plate, end - plate)));
    return true;
  }
  bool take = digits >= kSure || (hash && digits > 1) || FollowsIdentifier(scan, spot.at, digits);
  if (!take && digits >= kLabelled) {
    const Label label = LabelBefore(scan, spot.at);
    const std::string_view next = WordAt(scan, SkipBlanks(scan, end));
    // "my order of 250 units"
    take = (label == Label::kThing || label == Label::kNumber || label == Label::kOther) &&
           !IsYear(scan.text.substr(spot.at, digits)) && !next.ends_with('s');
  }
  const size_t begin = PrefixBegin(scan, spot.at, digits);
  const bool flight = !take && digits == kLabelled && begin < spot.at;
  if (!take && !flight) return false;
  size_t last = end;
  if (begin < spot.at) {
    size_t total = digits;
    last = GroupsEnd(scan, end, true, total);
  }
  out = MakeValue(ValueKind::kIdentifier, hash ? spot.at - 1 : begin, last,
                  NormOfIdentifier(scan.text.substr(begin, last - begin)));
  out.doubtful = flight;
  return true;
}

}  // namespace

bool ReadIdentifier(const Scan& scan, const Spot& spot, Value& out) {
  Chunk chunk = ChunkAround(scan, spot.at);
  if (IsFileName(scan, chunk.end)) return false;
  // "/opt/tool2024/bin"
  const bool path = chunk.begin > scan.floor && scan.text[chunk.begin - 1] == '/';
  CutWords(scan, spot.at, chunk);
  std::string_view text = scan.text.substr(chunk.begin, chunk.end - chunk.begin);
  const Make make = MakeOf(text);
  if (make.letters == 0 && make.signs == 0) {
    if (spot.attached && chunk.begin != spot.at) return false;
    const char after = scan.At(chunk.end);
    const bool decimal = (after == ',' || after == '.') && util::IsDigit(scan.At(chunk.end + 1));
    if (decimal || LetterLength(scan.text, chunk.end) > 0) return false;
    return ReadGrouped(scan, spot, out) || ReadDigitString(scan, spot, make.digits, out);
  }
  if (make.letters == 0) {
    constexpr size_t kFewest = 6, kFewestLabelled = 4;
    if (spot.figure.valid && spot.figure.end == chunk.end) return false;  // "1840.50"
    if (IsRange(text) || text.find('.') != std::string_view::npos) return false;
    if (make.digits < kFewest &&
        (make.digits < kFewestLabelled || LabelBefore(scan, chunk.begin) == Label::kNone))
      return false;
    const bool hash = chunk.begin > scan.floor && scan.text[chunk.begin - 1] == '#';
    out = MakeValue(ValueKind::kIdentifier, chunk.begin - (hash ? 1 : 0), chunk.end,
                    NormOfIdentifier(text));
    return true;
  }
  if (const size_t end = PlateEnd(scan, chunk); end > 0) {
    out = MakeValue(ValueKind::kIdentifier, chunk.begin, end,
                    NormOfIdentifier(scan.text.substr(chunk.begin, end - chunk.begin)));
    return true;
  }
  if (path) return false;
  // "DE00 1234 0000 5678": has the form of an account, and no right check digits.
  constexpr size_t kHead = 4;
  if (text.size() == kHead && make.letters == 2 && make.uppers == 2 && util::IsAlpha(text[1])) {
    size_t total = make.digits;
    const size_t end = GroupsEnd(scan, chunk.end, false, total);
    if (total >= make.digits + 2 * kHead) {
      out = MakeValue(ValueKind::kIdentifier, chunk.begin, end,
                      NormOfIdentifier(scan.text.substr(chunk.begin, end - chunk.begin)));
      return true;
    }
  }
  constexpr size_t kSure = 3, kShortCode = 5;
  // "3rd-21"
  const size_t digits_end = spot.at + CountDigits(scan, spot.at);
  if (chunk.begin == spot.at && IsFoldedOneOf(WordAt(scan, digits_end), "st nd rd th"))
    return false;
  bool doubtful = false;
  if (make.digits < kSure) {
    // "E18", "S21", "E-04": short codes in capitals; "B2B", "COVID-19" are words.
    const bool code = make.digits == 2 && make.uppers == make.letters && make.letters <= 2 &&
                      text.size() <= kShortCode && util::IsUpper(text.front());
    const Label label = LabelBefore(scan, chunk.begin);
    const bool labelled = label == Label::kThing || label == Label::kNumber ||
                          label == Label::kOther ||
                          IsFoldedOneOf(PreviousWord(scan, chunk.begin, true),
                                        "error code fault fehler erreur "
                                        "fehlercode model modell modele "
                                        "modelo serial bay seat gate");
    constexpr size_t kFewestSigns = 4;
    if (!code && !(labelled && make.uppers == make.letters && text.size() >= kFewestSigns - 1))
      return false;
    doubtful = true;
  } else {
    // "2024-model" was cut; "mid-2024" is a year; "1000s", "100th", "5000mAhs" are numbers.
    const std::string_view last = text.substr(text.find_last_of("0123456789") + 1);
    if (util::IsDigit(text.front()) && make.signs == 0 && IsAlphaOnly(last) &&
        make.letters == last.size() && last.size() <= 3 &&
        std::all_of(last.begin(), last.end(), util::IsLower))
      return false;
    const size_t sign = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
    if (sign != std::string_view::npos && sign > 0 && text.size() > sign + 1 &&
        IsYear(text.substr(sign + 1)) && !util::IsAlnum(text[sign]))
      return false;
  }
  const size_t begin = make.digits >= kSure && util::IsDigit(text.front())
                           ? PrefixBegin(scan, chunk.begin, make.digits)
                           : chunk.begin;
  const bool hash = begin > scan.floor && scan.text[begin - 1] == '#';
  out = MakeValue(ValueKind::kIdentifier, begin - (hash ? 1 : 0), chunk.end,
                  NormOfIdentifier(scan.text.substr(begin, chunk.end - begin)));
  out.doubtful = doubtful;
  return true;
}

}  // namespace threadlint::facts::values
