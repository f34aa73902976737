// Numbers of parcels that tell by form and check digit what they are.
#include "facts/value_chunk.h"
#include "facts/value_readers.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts::values {

namespace {

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), util::IsDigit);
}

int DigitOf(char c) { return c - '0'; }

// UPU S10: two letters, eight digits, check digit, country: "RR123456785GB".
bool IsPostal(std::string_view text) {
  constexpr size_t kLength = 13, kCheck = 10;
  if (text.size() != kLength || !util::IsUpper(text[0]) || !util::IsUpper(text[1]) ||
      !util::IsUpper(text[11]) || !util::IsUpper(text[12]) || !AllDigits(text.substr(2, 9)))
    return false;
  constexpr int kWeights[] = {8, 6, 4, 2, 3, 5, 9, 7};
  constexpr int kModulus = 11;
  int sum = 0;
  for (size_t i = 0; i < std::size(kWeights); ++i) sum += kWeights[i] * DigitOf(text[i + 2]);
  int check = kModulus - sum % kModulus;
  if (check == 10) check = 0;
  if (check == kModulus) check = 5;
  return check == DigitOf(text[kCheck]);
}

// UPS: "1Z", fifteen of letters and digits, check digit; letters count from A = 2 on.
bool IsUps(std::string_view text) {
  constexpr size_t kLength = 18;
  if (text.size() != kLength || !text.starts_with("1Z") || !util::IsDigit(text.back()))
    return false;
  int sum = 0;
  for (size_t i = 2; i + 1 < kLength; ++i) {
    const int value = util::IsDigit(text[i]) ? DigitOf(text[i]) : (text[i] - 'A' + 2) % 10;
    sum += i % 2 == 0 ? value : 2 * value;
  }
  return (10 - sum % 10) % 10 == DigitOf(text.back());
}

// GS1: weights 3 and 1 from the last but one. Parcels of DHL (SSCC of Deutsche Post), USPS.
bool IsGs1(std::string_view text) {
  const bool dhl = text.size() == 20 && text.starts_with("003404");
  const bool usps = (text.size() == 20 || text.size() == 22) && text[0] == '9' && text[1] >= '1' &&
                    text[1] <= '5';
  if ((!dhl && !usps) || !AllDigits(text)) return false;
  int sum = 0;
  for (size_t i = 0; i + 1 < text.size(); ++i)
    sum += DigitOf(text[i]) * ((text.size() - i) % 2 == 0 ? 3 : 1);
  return (10 - sum % 10) % 10 == DigitOf(text.back());
}

// "JJD01 4600 ...", "JD01...", "TBA...", "JVGL...": a licence plate of the carrier, unchecked.
bool IsNamed(std::string_view text) {
  struct Form {
    std::string_view prefix;
    size_t fewest, most;  // digits behind
  };
  constexpr Form kForms[] = {{"JJD", 14, 20}, {"JD", 14, 20}, {"TBA", 12, 14}, {"JVGL", 10, 20}};
  return std::any_of(std::begin(kForms), std::end(kForms), [&](const Form& form) {
    if (!text.starts_with(form.prefix)) return false;
    const std::string_view digits = text.substr(form.prefix.size());
    return digits.size() >= form.fewest && digits.size() <= form.most && AllDigits(digits);
  });
}

}  // namespace

bool ReadTracking(const Scan& scan, const Spot& spot, Value& out) {
  size_t begin = spot.at;
  while (begin > scan.floor && spot.at - begin < 5 && util::IsAlpha(scan.text[begin - 1])) --begin;
  // "RR 123 456 785 GB"
  if (begin == spot.at && spot.at > scan.floor + 2 && scan.text[spot.at - 1] == ' ' &&
      util::IsUpper(scan.text[spot.at - 2]) && util::IsUpper(scan.text[spot.at - 3]) &&
      WordBefore(scan, spot.at - 1).size() == 2)
    begin = spot.at - 3;
  if (begin > scan.floor && !IsEndOfChunk(scan, begin - 1)) return false;
  constexpr size_t kPostal = 13, kUps = 18, kShort = 9;
  if (begin == spot.at && scan.text[begin] != '1' && CountDigits(scan, begin) < 4) return false;
  for (const bool blanks : {false, true}) {
    const Joined joined(scan, begin, 40, blanks);
    const std::string_view text = joined.Text();
    if (text.size() < kShort) continue;
    for (const size_t length : {kPostal, kUps, size_t{20}, size_t{22}, text.size()}) {
      if (length > text.size()) continue;
      const std::string_view number = text.substr(0, length);
      const size_t end = joined.EndOf(length);
      if (!IsEndOfChunk(scan, end) ||
          (!IsPostal(number) && !IsUps(number) && !IsGs1(number) && !IsNamed(number)))
        continue;
      out = MakeValue(ValueKind::kTracking, begin, end, StableHash(number));
      return true;
    }
  }
  return false;
}

}  // namespace threadlint::facts::values
