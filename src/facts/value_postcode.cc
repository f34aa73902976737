// Postcodes: those of Britain, Ireland, Canada and the Netherlands by form, those of the United
// States and others of five digits by what stands before.
#include "facts/value_chunk.h"
#include "facts/value_readers.h"
#include "util/ascii.h"

#include <array>

namespace threadlint::facts::values {

namespace {

constexpr std::string_view kStates =
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR";

// 'A' a letter, '9' a digit, others themselves; `text` in capitals.
bool HasForm(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool fits = form[i] == 'A'   ? util::IsUpper(text[i])
                      : form[i] == '9' ? util::IsDigit(text[i])
                                       : form[i] == text[i];
    if (!fits) return false;
  }
  return true;
}

// Royal Mail: an outward code of these forms, then a digit and two letters but C I K M O V.
bool IsBritish(std::string_view outward, std::string_view inward) {
  if (!HasForm(inward, "9AA") || inward.find_first_of("CIKMOV", 1) != std::string_view::npos)
    return false;
  for (const std::string_view form : {"A9", "A99", "AA9", "AA99", "A9A", "AA9A"})
    if (HasForm(outward, form)) return outward.find_first_of("QVX") != 0;
  return false;
}

// An Post: routing key, blank, four of a letters' set of their own.
bool IsIrish(std::string_view routing, std::string_view rest) {
  constexpr std::string_view kLetters = "ACDEFHKNPRTVWXY";
  if (!HasForm(routing, "A99") && routing != "D6W") return false;
  if (rest.size() != 4 || rest.find_first_of("0123456789") == std::string_view::npos) return false;
  return rest.find_first_not_of("ACDEFHKNPRTVWXY0123456789") == std::string_view::npos &&
         kLetters.find(routing.front()) != std::string_view::npos &&
         rest.find_first_of(kLetters) != std::string_view::npos;
}

bool IsCanadian(std::string_view first, std::string_view second) {
  constexpr std::string_view kNever = "DFIOQU";
  return HasForm(first, "A9A") && HasForm(second, "9A9") &&
         first.find_first_of(kNever) == std::string_view::npos &&
         second.find_first_of(kNever) == std::string_view::npos;
}

// "10115" behind a label or a state, or in a line of an address.
bool IsFiveDigits(const Scan& scan, size_t at, size_t end) {
  const std::string_view before = PreviousWord(scan, at, true);
  if (IsFoldedOneOf(before, "zip zipcode postcode postalcode plz postleitzahl cp cap postal"))
    return true;
  if (IsFoldedOneOf(before, "code") &&
      IsFoldedOneOf(PreviousWord(scan, static_cast<size_t>(before.data() - scan.text.data())),
                    "zip postal post codigo"))
    return true;
  if (before.size() == 2 && IsOneOf(before, kStates) && scan.text[at - 1] == ' ') return true;
  // "10115 Berlin" on a line of its own, or behind a comma.
  const size_t blanks = BlanksBefore(scan, at);
  const bool begins = blanks == 0 || scan.text[blanks - 1] == ',' ||
                      (blanks < at && scan.text[blanks] == '\n') || scan.text[at - 1] == '\n';
  const bool ends = BlankLength(scan, end) == 1;
  if (!begins || !ends || !util::IsUpper(scan.At(end + 1))) return false;
  const std::string_view place = WordAt(scan, end + 1);
  const char after = scan.At(end + 1 + place.size());
  constexpr size_t kShortest = 3;
  return place.size() >= kShortest &&
         (after == '\n' || after == '\0' || after == ',' || after == '.' || after == ' ') &&
         UsesDecimalComma(scan);
}

bool ReadUnitedStates(const Scan& scan, const Spot& spot, Value& out) {
  constexpr size_t kDigits = 5, kMore = 4;
  if (spot.attached || CountDigits(scan, spot.at) != kDigits) return false;
  size_t end = spot.at + kDigits;
  const size_t short_end = end;
  if (scan.At(end) == '-' && CountDigits(scan, end + 1) == kMore) end += 1 + kMore;
  if (!IsEndOfChunk(scan, end) || scan.At(end) == '/' || scan.At(end) == '_') return false;
  if (!IsFiveDigits(scan, spot.at, end)) return false;
  out = MakeValue(ValueKind::kPostcode, spot.at, end,
                  StableHash(scan.text.substr(spot.at, short_end - spot.at)));
  return true;
}

}  // namespace

bool ReadPostcode(const Scan& scan, const Spot& spot, Value& out) {
  if (ReadUnitedStates(scan, spot, out)) return true;
  constexpr size_t kLongest = 10;
  size_t begin = spot.at;
  while (begin > scan.floor && spot.at - begin < 3 && util::IsAlpha(scan.text[begin - 1])) --begin;
  if (spot.at - begin > 2 || (begin > scan.floor && !IsEndOfChunk(scan, begin - 1))) return false;
  if (begin > scan.floor && (scan.text[begin - 1] == '-' || scan.text[begin - 1] == '/'))
    return false;
  size_t first_end = begin;
  while (util::IsAlnum(scan.At(first_end)) && first_end - begin < kLongest) ++first_end;
  size_t second = first_end + BlankLength(scan, first_end);
  const bool parted = second > first_end;
  size_t end = second;
  while (parted && util::IsAlnum(scan.At(end)) && end - second < kLongest) ++end;
  std::array<char, 2 * kLongest> text;
  size_t size = 0;
  const size_t first_size = first_end - begin;
  for (size_t at = begin; at < first_end; ++at) text[size++] = util::ToUpper(scan.text[at]);
  for (size_t at = second; parted && at < end; ++at) text[size++] = util::ToUpper(scan.text[at]);
  const std::string_view all(text.data(), size);
  std::string_view first = all.substr(0, first_size);
  std::string_view rest = all.substr(first_size);
  bool doubtful = false;
  const bool capitals = util::IsUpper(scan.text[begin]);
  constexpr size_t kInward = 3;
  bool found =
      parted && IsEndOfChunk(scan, end) &&
      (IsBritish(first, rest) || (capitals && (IsIrish(first, rest) || IsCanadian(first, rest))));
  if (!found && spot.at == begin && parted && IsEndOfChunk(scan, end) && HasForm(first, "9999") &&
      first.front() != '0' && HasForm(rest, "AA") && util::IsUpper(scan.text[second]) &&
      util::IsUpper(scan.text[second + 1])) {
    // "1012 AB": behind years and counts stand words in capitals too.
    doubtful = !scan.context.language.starts_with("nl");
    found = !IsOneOf(rest,
                     "IN ON AT TO OF IS IT WE OR AS BY IF MY NO SO UP US GO DO HE ME BE AN AM "
                     "PM ID OK TV PC UK EU SA SD SS BC AD HP PS CE") &&
            (!doubtful || util::IsUpper(scan.At(SkipBlanks(scan, end))));
  }
  if (!found && first.size() > kInward + 1 && capitals && spot.at > begin) {
    // "SW1A1AA", "K1A0B1"
    const std::string_view outward = first.substr(0, first.size() - kInward);
    const std::string_view inward = first.substr(first.size() - kInward);
    found = IsEndOfChunk(scan, first_end) &&
            (IsBritish(outward, inward) || (first.size() == 6 && IsCanadian(outward, inward)));
    if (found) {
      end = first_end;
      rest = {};
    }
  }
  if (!found) return false;
  out = MakeValue(ValueKind::kPostcode, begin, end,
                  StableHash(rest.empty() ? all.substr(0, first_size) : all));
  out.doubtful = doubtful;
  return true;
}

}  // namespace threadlint::facts::values
