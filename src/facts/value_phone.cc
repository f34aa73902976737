// Telephone numbers. What may as well be a number of an order is left to the identifiers.
#include "facts/value_readers.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>

namespace threadlint::facts::values {

namespace {

constexpr size_t kMostDigits = 15;  // ITU-T E.164
constexpr size_t kMostGroups = 8;

// Digits in groups, as they stand.
struct Dialled {
  std::array<char, kMostDigits> digits{};
  size_t count = 0;
  std::array<size_t, kMostGroups> group_ends{};  // in the text
  std::array<size_t, kMostGroups> group_sizes{};
  size_t groups = 0;
  size_t begin = 0, end = 0;
  bool plus = false, bracket = false, sign = false;  // sign: '-', '/' or '.' between
  bool overflow = false;

  void DropGroup() {
    --groups;
    count -= group_sizes[groups];
    end = group_ends[groups - 1];
  }
};

Dialled ReadGroups(const Scan& scan, size_t at) {
  Dialled out;
  out.begin = at;
  if (at > scan.floor && scan.text[at - 1] == '(') {
    out.bracket = true;
    --out.begin;
  }
  if (out.begin > scan.floor && scan.text[out.begin - 1] == '+') {
    out.plus = true;
    --out.begin;
  }
  if (out.plus && out.begin > scan.floor && scan.text[out.begin - 1] == '(') --out.begin;
  size_t place = at;
  while (out.groups < kMostGroups) {
    const size_t digits = CountDigits(scan, place);
    if (digits == 0) break;
    if (out.count + digits > kMostDigits) {
      out.overflow = true;
      break;
    }
    for (size_t i = 0; i < digits; ++i) out.digits[out.count++] = scan.text[place + i];
    place += digits;
    out.end = place;
    out.group_sizes[out.groups] = digits;
    out.group_ends[out.groups++] = place;
    // "(0)" within an international number is left out when one dials it.
    size_t next = place + BlankLength(scan, place);
    if (out.plus && scan.Stands(next, "(0)")) {
      next += 3;
      next += BlankLength(scan, next);
    } else if (scan.At(place) == ')') {
      next = place + 1;
      if (scan.At(next) == '-' || scan.At(next) == '/') ++next;
      next += BlankLength(scan, next);
    } else if (const size_t area = CountDigits(scan, next + 1);
               scan.At(next) == '(' && area > 1 && scan.At(next + 1 + area) == ')') {
      ++next;
      out.bracket = true;
    } else {
      const char c = scan.At(next);
      const size_t dash = DashLength(scan, next);
      const size_t sign = dash > 0 ? dash : (c == '/' || c == '.') ? 1 : 0;
      if (sign > 0) {
        const size_t behind = next + sign + BlankLength(scan, next + sign);
        if (util::IsDigit(scan.At(behind))) {
          out.sign = true;
          next = behind;
        }
      }
      if (next == place) break;
    }
    if (!util::IsDigit(scan.At(next))) break;
    place = next;
  }
  return out;
}

// "555-010-0199": area code, exchange, line; with or without a leading 1.
bool IsNorthAmerican(const Dialled& dialled) {
  size_t first = dialled.groups == 4 && dialled.group_sizes[0] == 1 && dialled.digits[0] == '1';
  constexpr size_t kArea = 3, kLine = 4;
  return dialled.groups == first + 3 && dialled.group_sizes[first] == kArea &&
         dialled.group_sizes[first + 1] == kArea && dialled.group_sizes[first + 2] == kLine &&
         dialled.digits[first] >= '2';
}

// The last nine digits are the same with and without the prefix of country or trunk.
uint64_t NormOfPhone(const Dialled& dialled) {
  constexpr size_t kSignificant = 9;
  std::string_view digits(dialled.digits.data(), dialled.count);
  while (digits.starts_with('0')) digits.remove_prefix(1);
  if (digits.size() > kSignificant) digits.remove_prefix(digits.size() - kSignificant);
  std::array<char, kSignificant + 1> text{'+'};
  std::copy(digits.begin(), digits.end(), text.begin() + 1);
  return StableHash({text.data(), digits.size() + 1});
}

}  // namespace

bool ReadPhone(const Scan& scan, const Spot& spot, Value& out) {
  if (spot.attached) return false;
  const char before = spot.at > scan.floor ? scan.text[spot.at - 1] : ' ';
  if (before == '#' || before == '-' || before == '/') return false;
  constexpr size_t kFewest = 6, kNational = 12, kGrouped = 9, kWithArea = 10, kCountry = 8;
  Dialled dialled = ReadGroups(scan, spot.at);
  if (dialled.count < kFewest || (dialled.overflow && !dialled.plus && dialled.digits[0] != '0'))
    return false;
  // What follows an ended number is one of its own: "07700 900118 12 May".
  const size_t most = dialled.plus || dialled.digits[0] != '0' || dialled.digits[1] == '0'
                          ? kMostDigits
                          : kNational;
  while (dialled.groups > 1 && dialled.count > most) dialled.DropGroup();
  if (LetterLength(scan.text, dialled.end) > 0 || util::IsDigit(scan.At(dialled.end))) return false;
  const char after = scan.At(dialled.end);
  if ((after == '-' || after == '/' || after == '_') && util::IsAlnum(scan.At(dialled.end + 1)))
    return false;
  const bool zero = dialled.digits[0] == '0';
  if (zero && dialled.group_sizes[0] == 1) return false;  // "0.845688380"
  const Label label = dialled.plus ? Label::kNone : LabelBefore(scan, dialled.begin);
  bool phone = false, doubtful = false;
  if (dialled.plus) {
    phone = dialled.count >= kCountry && !zero;
  } else if (label == Label::kPhone) {
    phone = true;
  } else if (label == Label::kThing || (label == Label::kOther && !zero)) {
    phone = false;
  } else if (zero && dialled.digits[1] == '0') {
    phone = dialled.count > kWithArea && dialled.groups > 2 && dialled.digits[2] != '0';
  } else if (zero && (dialled.groups > 1 || dialled.bracket)) {
    phone = dialled.count >= kGrouped && dialled.count <= kNational;
  } else if (zero) {
    phone = label == Label::kNone && dialled.count >= kWithArea && dialled.count < kNational;
    doubtful = true;
  } else if (dialled.bracket) {
    phone = dialled.count >= kWithArea && dialled.count < kNational;
  } else {
    phone = dialled.sign && label != Label::kNumber && IsNorthAmerican(dialled);
  }
  if (!phone) return false;
  out = MakeValue(ValueKind::kPhone, dialled.begin, dialled.end, NormOfPhone(dialled));
  out.doubtful = doubtful;
  return true;
}

}  // namespace threadlint::facts::values
