// International bank account numbers (ISO 13616).
#include "facts/value_chunk.h"
#include "facts/value_readers.h"
#include "util/ascii.h"

namespace threadlint::facts::values {

namespace {

struct Country {
  std::string_view code;
  size_t length;
};

constexpr Country kCountries[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BR", 29}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18},
    {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22},
    {"GI", 23}, {"GL", 18}, {"GR", 27}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IS", 26},
    {"IT", 27}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21},
    {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15},
    {"PK", 24}, {"PL", 28}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24},
    {"SI", 19}, {"SK", 24}, {"SM", 27}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"XK", 20},
};

// ISO 7064, MOD 97-10: the number with its first four behind, letters as 10 to 35, is 1.
bool IsChecked(std::string_view iban) {
  constexpr unsigned kModulus = 97;
  unsigned rest = 0;
  for (size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    const auto value = static_cast<unsigned>(util::IsDigit(c) ? c - '0' : c - 'A' + 10);
    rest = (rest * (value > 9 ? 100 : 10) + value) % kModulus;
  }
  return rest == 1;
}

}  // namespace

bool ReadIban(const Scan& scan, const Spot& spot, Value& out) {
  constexpr size_t kCode = 2;
  if (spot.at < scan.floor + kCode || LetterBefore(scan.text, spot.at) != 1) return false;
  const size_t begin = spot.at - kCode;
  if (!util::IsAlpha(scan.text[begin]) || (begin > scan.floor && !IsEndOfChunk(scan, begin - 1)))
    return false;
  if (CountDigits(scan, spot.at) < 2) return false;
  constexpr size_t kLongest = 34;
  const Joined joined(scan, begin, kLongest, true);
  for (const Country& country : kCountries) {
    if (!joined.Text().starts_with(country.code)) continue;
    if (joined.Text().size() < country.length) return false;
    const std::string_view iban = joined.Text().substr(0, country.length);
    const size_t end = joined.EndOf(country.length);
    if (!IsEndOfChunk(scan, end) || !IsChecked(iban)) return false;
    out = MakeValue(ValueKind::kIban, begin, end, StableHash(iban));
    return true;
  }
  return false;
}

}  // namespace threadlint::facts::values
