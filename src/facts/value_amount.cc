// Amounts of money.
#include "facts/value_readers.h"
#include "facts/value_word_table.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>

namespace threadlint::facts::values {

namespace {

struct Currency {
  std::string_view code;  // empty: none
  size_t begin = 0, end = 0;
  bool doubtful = false;
  bool minor = false;   // pence, cents
  bool letter = false;  // "R 499 per month": only if the rest looks like money
};

constexpr std::string_view kCodes =
    "EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN INR JPY CNY RMB AUD CAD NZD SGD HKD ZAR NGN "
    "KES GHS BRL MXN ARS CLP COP PEN UYU BOB PYG CRC DOP GTQ XOF XAF TND DZD AED SAR ILS KRW THB "
    "MYR IDR PHP VND PKR BDT LKR EGP MAD UAH RUB ISK TWD RSD "
    "TRY";

struct Sign {
  std::string_view sign, code;
  bool doubtful = false;
};

// Longer ones first.
constexpr Sign kSigns[] = {
    {"US$", "USD"},
    {"AU$", "AUD"},
    {"CA$", "CAD"},
    {"NZ$", "NZD"},
    {"HK$", "HKD"},
    {"MX$", "MXN"},
    {"A$", "AUD"},
    {"C$", "CAD"},
    {"S$", "SGD"},
    {"R$", "BRL"},
    {"S/", "PEN"},
    {"$", "USD", true},
    {"\xC2\xA3", "GBP"},
    {"\xE2\x82\xAC", "EUR"},
    {"\xC2\xA5", "JPY", true},
    {"\xE2\x82\xB9", "INR"},
    {"\xE2\x82\xA6", "NGN"},
    {"\xE2\x82\xBA", "TRY"},
    {"\xE2\x82\xBD", "RUB"},
    {"\xE2\x82\xA9", "KRW"},
    {"\xE2\x82\xAA", "ILS"},
    {"\xE2\x82\xB1", "PHP"},
    {"\xE2\x82\xAB", "VND"},
    {"\xE2\x82\xB4", "UAH"},
    {"\xEF\xBC\x84", "USD", true},
    {"\xEF\xBF\xA1", "GBP"},
    {"\xEF\xBF\xA5", "JPY", true},
};

struct Word {
  std::string_view word, code;
  bool before = false, after = false;
  bool doubtful = false, minor = false;
};

// Folded. "kr" is of three countries.
constexpr Word kWords[] = {
    {"eur", "EUR", true, true},
    {"euro", "EUR", true, true},
    {"euros", "EUR", false, true},
    {"usd", "USD", true, true},
    {"gbp", "GBP", true, true},
    {"chf", "CHF", true, true},
    {"sfr", "CHF", true, true},
    {"franken", "CHF", false, true},
    {"inr", "INR", true, true},
    {"rs", "INR", true, true},
    {"rupees", "INR", false, true},
    {"ngn", "NGN", true, true},
    {"naira", "NGN", false, true},
    {"sek", "SEK", true, true},
    {"nok", "NOK", true, true},
    {"dkk", "DKK", true, true},
    {"kr", "KR", true, true, true},
    {"kronor", "SEK", false, true},
    {"kroner", "KR", false, true, true},
    {"pln", "PLN", true, true},
    {"zl", "PLN", false, true},
    {"zlotych", "PLN", false, true},
    {"kc", "CZK", false, true},
    {"aud", "AUD", true, true},
    {"cad", "CAD", true, true},
    {"dollar", "USD", false, true, true},
    {"dollars", "USD", false, true, true},
    {"dolar", "USD", false, true, true},
    {"dolares", "USD", false, true, true},
    {"pesos", "PESO", false, true, true},
    {"soles", "PEN", false, true},
    {"bucks", "USD", false, true, true},
    {"pound", "GBP", false, true, true},
    {"pounds", "GBP", false, true, true},
    {"quid", "GBP", false, true},
    {"sterling", "GBP", false, true},
    {"pence", "GBP", false, true, false, true},
    {"p", "GBP", false, true, false, true},
    {"yen", "JPY", false, true},
    {"rand", "ZAR", false, true},
    {"reais", "BRL", false, true},
    {"dirhams", "AED", false, true, true},
    {"cent", "EUR", false, true, true, true},
    {"cents", "USD", false, true, true, true},
    {"centimes", "EUR", false, true, true, true},
    {"centimos", "EUR", false, true, true, true},
};

const Word* FindWord(std::string_view text, bool before) {
  static const WordTable<Word> table(kWords, [](const Word& word) { return word.word; });
  const Word* const word = table.Find(FoldedWord(text).Text());
  return word != nullptr && (before ? word->before : word->after) ? word : nullptr;
}

bool IsCode(std::string_view word) {
  constexpr size_t kLength = 3;
  return word.size() == kLength && IsOneOf(word, kCodes);
}

Currency CurrencyBefore(const Scan& scan, size_t at) {
  size_t end = BlanksBefore(scan, at);
  if (end > scan.floor && scan.text[end - 1] == '-') end = BlanksBefore(scan, end - 1);
  const std::string_view before = scan.text.substr(scan.floor, end - scan.floor);
  for (const Sign& sign : kSigns) {
    if (before.empty() || util::IsAlnum(before.back()) || !before.ends_with(sign.sign)) continue;
    const size_t begin = end - sign.sign.size();
    // "US$" may not be the end of a word.
    if (util::IsAlpha(sign.sign.front()) && LetterBefore(scan.text, begin) > 0) continue;
    return {sign.code, begin, end, sign.doubtful};
  }
  const bool point = before.ends_with('.');
  const std::string_view word = WordBefore(scan, end - (point ? 1 : 0));
  if (word.empty()) return {};
  const size_t begin = static_cast<size_t>(word.data() - scan.text.data());
  if (begin > 0 && util::IsAlnum(scan.text[begin - 1])) return {};
  if (!point && IsCode(word) && word != "TRY") return {word, begin, end};
  if (!point && word == "R") return {"ZAR", begin, end, false, false, true};
  const Word* const known = FindWord(word, true);
  if (known == nullptr || (point && !IsOneOf(known->word, "rs kr sfr"))) return {};
  return {known->code, begin, end, known->doubtful};
}

// "-" and ".-" for no cents: "50,-".
size_t SkipEmptyCents(const Scan& scan, size_t at) {
  if (scan.At(at) != ',' && scan.At(at) != '.') return at;
  const size_t dash = DashLength(scan, at + 1);
  return dash > 0 ? at + 1 + dash : at;
}

Currency CurrencyAfter(const Scan& scan, size_t at, bool decimals) {
  const size_t begin = at + BlankLength(scan, at);
  for (const Sign& sign : kSigns)
    if (scan.At(begin) == sign.sign.front() && scan.Stands(begin, sign.sign))
      return {sign.code, begin, begin + sign.sign.size(), sign.doubtful};
  const std::string_view word = WordAt(scan, begin);
  if (word.empty() || util::IsDigit(scan.At(begin + word.size()))) return {};
  if (IsCode(word)) return {word, begin, begin + word.size()};
  const Word* const known = FindWord(word, false);
  if (known == nullptr) return {};
  // "20p" has no blank.
  if (known->word == "p" && (begin != at || decimals)) return {};
  return {known->code, begin, begin + word.size(), known->doubtful, known->minor};
}

// "1.2k", "2 million"; moves `end` behind it.
int64_t Multiplier(const Scan& scan, size_t& end) {
  const size_t begin = end + BlankLength(scan, end);
  const std::string_view word = WordAt(scan, begin);
  const bool attached = begin == end;
  int64_t factor = 1;
  if (attached && (word == "k" || word == "K")) factor = 1000;
  if (attached && (word == "m" || word == "M")) factor = 1000000;
  if (IsFoldedOneOf(word, "million millions mio millionen millones")) factor = 1000000;
  if (IsFoldedOneOf(word, "thousand grand tausend mille mil")) factor = 1000;
  if (factor > 1) end = begin + word.size();
  return factor;
}

uint64_t NormOfAmount(std::string_view code, int64_t hundredths) {
  std::array<char, 32> text;
  size_t size = 0;
  for (const char c : code.substr(0, 3)) text[size++] = c;
  text[size++] = ' ';
  for (auto rest = static_cast<uint64_t>(hundredths); rest > 0; rest /= 10)
    text[size++] = static_cast<char>('0' + rest % 10);
  return StableHash({text.data(), size});
}

Value MakeAmount(const Currency& currency, int64_t hundredths, size_t begin, size_t end) {
  Value value = MakeValue(ValueKind::kAmount, begin, end, NormOfAmount(currency.code, hundredths));
  value.unit = UnitHash(currency.code);
  value.number = hundredths;
  value.doubtful = currency.doubtful;
  return value;
}

// "£10-15": the second one has the sign of the first.
bool ContinuesRange(const Scan& scan, size_t at) {
  if (scan.last == nullptr || scan.last->kind != ValueKind::kAmount) return false;
  const size_t end = SkipDash(scan, scan.floor);
  return end > scan.floor && end == at;
}

}  // namespace

bool ReadAmount(const Scan& scan, const Spot& spot, Value& out) {
  if (!spot.figure.valid && !spot.figure.plain) return false;
  Currency before = CurrencyBefore(scan, spot.at);
  if (spot.attached && before.code.empty()) return false;
  const auto read = [&](const Figure& figure) {
    constexpr int64_t kMost = int64_t{1} << 50;
    size_t end = figure.end;
    const bool sign = !before.code.empty();
    int64_t thousandths = ThousandthsOfMoney(figure);
    const int64_t factor = Multiplier(scan, end);
    if (thousandths > kMost / factor) return false;
    thousandths *= factor;
    end = SkipEmptyCents(scan, end);
    const Currency after = CurrencyAfter(scan, end, figure.decimals > 0);
    if (!sign && after.code.empty()) return false;
    // "$20 USD"; but in "3 £20 vouchers" the sign belongs to what follows.
    if (!sign && after.end < scan.text.size() && util::IsDigit(scan.At(after.end)) &&
        !util::IsAlpha(scan.text[after.end - 1]))
      return false;
    const bool both = sign && !after.code.empty() && !after.minor &&
                      (after.code == before.code || before.doubtful) &&
                      !util::IsDigit(scan.At(after.end));
    const Currency& currency = sign && !both ? before : after;
    if (!sign || both) end = after.end;
    // "20x", "£5th" are none; letters may not go on.
    if (sign && !both && LetterLength(scan.text, end) > 0 && factor == 1) {
      const std::string_view rest = WordAt(scan, end);
      if (!IsOneOf(rest, "each pp pm pcm pa per x")) return false;
    }
    // "R499" can be a part of a car.
    if (sign && !both && before.letter && figure.decimals == 0 &&
        std::ranges::all_of(scan.text.substr(figure.begin, figure.end - figure.begin),
                            util::IsDigit) &&
        !IsOneOf(WordAt(scan, end + BlankLength(scan, end)), "per pm pa pp each excl incl"))
      return false;
    constexpr int64_t kMinor = 1000, kWhole = 10;
    out = MakeAmount(currency, thousandths / (currency.minor ? kMinor : kWhole),
                     sign ? before.begin : figure.begin, end);
    return true;
  };
  // "1 840,00 EUR": blanks between thousands, if it is an amount so.
  const Figure spaced = ReadFigure(scan, spot.at, true);
  if (spaced.end > spot.figure.end && spaced.valid && read(spaced)) return true;
  if (spot.figure.valid && read(spot.figure)) return true;
  if (ContinuesRange(scan, spot.at) && spot.figure.valid &&
      LetterLength(scan.text, spot.figure.end) == 0) {
    out = MakeValue(ValueKind::kAmount, spot.at, spot.figure.end, 0);
    out.number = ThousandthsOfMoney(spot.figure) / 10;
    out.unit = scan.last->unit;
    out.doubtful = true;
    for (const Sign& sign : kSigns)
      if (UnitHash(sign.code) == out.unit) out.norm = NormOfAmount(sign.code, out.number);
    return out.norm != 0;
  }
  return false;
}

}  // namespace threadlint::facts::values
