// Measures and percentages: a number and its unit.
#include "facts/value_readers.h"
#include "facts/value_word_table.h"
#include "util/ascii.h"

#include <array>

namespace threadlint::facts::values {

namespace {

// A unit, and what it is in the base unit of its family: factor / divisor.
struct Unit {
  std::string_view words;  // folded if `folded`, else as written
  std::string_view symbol;
  std::string_view base;
  int64_t factor = 1, divisor = 1;
  bool folded = true;
};

constexpr Unit kUnits[] = {
    // As written: the case of letters tells.
    {"V", "V", "V", 1, 1, false},
    {"mV", "mV", "V", 1, 1000, false},
    {"kV", "kV", "V", 1000, 1, false},
    {"A", "A", "A", 1, 1, false},
    {"mA", "mA", "A", 1, 1000, false},
    {"W", "W", "W", 1, 1, false},
    {"kW KW", "kW", "W", 1000, 1, false},
    {"g", "g", "g", 1, 1, false},
    {"m", "m", "m", 1, 1, false},
    {"l L", "l", "l", 1, 1, false},
    {"C",
     "\xC2\xB0"
     "C",
     "C", 1, 1, false},
    {"F",
     "\xC2\xB0"
     "F",
     "F", 1, 1, false},
    {"MP", "MP", "MP", 1, 1, false},
    {"Nm", "Nm", "Nm", 1, 1, false},
    {"Mb Mbit MBit", "Mb", "Mb", 1, 1, false},
    {"Gb Gbit", "Gb", "Mb", 1000, 1, false},
    // Folded.
    {"volt volts vac vdc", "V", "V"},
    {"amp amps ampere amperes", "A", "A"},
    {"mah", "mAh", "Ah", 1, 1000},
    {"ah", "Ah", "Ah"},
    {"watt watts", "W", "W"},
    {"kilowatt kilowatts", "kW", "W", 1000},
    {"kwh", "kWh", "kWh"},
    {"mwh", "MWh", "kWh", 1000},
    {"wh", "Wh", "kWh", 1, 1000},
    {"ohm ohms", "ohm", "ohm"},
    {"mg", "mg", "g", 1, 1000},
    {"gram grams gramme grammes gramm gr", "g", "g"},
    {"kg kgs kilo kilos kilogram kilograms kilogramm", "kg", "g", 1000},
    {"tonne tonnes tonnen", "t", "g", 1000000},
    {"lb lbs", "lb", "lb"},
    {"oz ounce ounces", "oz", "oz"},
    {"mm millimeter millimetres millimeters", "mm", "m", 1, 1000},
    {"cm centimeter centimetres centimeters zentimeter", "cm", "m", 1, 100},
    {"metre metres meter meters metros metre mtr mtrs", "m", "m"},
    {"km kms kilometre kilometres kilometer kilometers", "km", "m", 1000},
    {"inch inches zoll pouces pulgadas", "in", "in"},
    {"ft foot feet", "ft", "in", 12},
    {"yard yards yd", "yd", "in", 36},
    {"mile miles", "mi", "mi"},
    {"mph", "mph", "mph"},
    {"kph kmh", "km/h", "km/h"},
    {"mpg", "mpg", "mpg"},
    {"ml millilitres", "ml", "l", 1, 1000},
    {"cl", "cl", "l", 1, 100},
    {"litre litres liter liters litros ltr ltrs", "l", "l"},
    {"gallon gallons", "gal", "gal"},
    {"pint pints", "pt", "pt"},
    {"kb", "kB", "B", 1000},
    {"mb", "MB", "B", 1000000},
    {"gb gig gigs", "GB", "B", 1000000000},
    {"tb", "TB", "B", 1000000000000},
    {"kbps", "kbps", "kbps"},
    {"mbps", "Mbps", "kbps", 1000},
    {"gbps", "Gbps", "kbps", 1000000},
    {"hz", "Hz", "Hz"},
    {"khz", "kHz", "Hz", 1000},
    {"mhz", "MHz", "Hz", 1000000},
    {"ghz", "GHz", "Hz", 1000000000},
    {"psi", "psi", "psi"},
    {"bar", "bar", "bar"},
    {"mbar", "mbar", "bar", 1, 1000},
    {"db dba", "dB", "dB"},
    {"dbm", "dBm", "dBm"},
    {"rpm", "rpm", "rpm"},
    {"ppm", "ppm", "ppm"},
    {"fps", "fps", "fps"},
    {"dpi", "dpi", "dpi"},
    {"megapixel megapixels", "MP", "MP"},
    {"px pixel pixels", "px", "px"},
    {"btu", "BTU", "BTU"},
    {"bhp hp ps", "hp", "hp"},
    {"kcal", "kcal", "kcal"},
    {"lumen lumens", "lm", "lm"},
    {"lux", "lx", "lx"},
    {"sqm", "m2", "m2"},
    {"sqft", "sqft", "sqft"},
    {"acre acres", "acre", "acre"},
    {"degree degrees grad degres grados", "\xC2\xB0", "\xC2\xB0"},
};

constexpr std::string_view kDegree = "\xC2\xB0";
constexpr Unit kCelsius{"",
                        "\xC2\xB0"
                        "C",
                        "C"};
constexpr Unit kFahrenheit{"",
                           "\xC2\xB0"
                           "F",
                           "F"};

// Signs, longer ones first.
constexpr Unit kSigns[] = {
    {"\xC2\xB0"
     "C",
     "\xC2\xB0"
     "C",
     "C"},
    {"\xC2\xB0 C",
     "\xC2\xB0"
     "C",
     "C"},
    {"\xC2\xB0"
     "F",
     "\xC2\xB0"
     "F",
     "F"},
    {"\xE2\x84\x83",
     "\xC2\xB0"
     "C",
     "C"},
    {"km/h", "km/h", "km/h"},
    {"Mb/s", "Mbps", "kbps", 1000},
    {"Mbit/s", "Mbps", "kbps", 1000},
    {"MBit/s", "Mbps", "kbps", 1000},
    {"Gbit/s", "Gbps", "kbps", 1000000},
    {"MB/s", "MB/s", "MB/s"},
    {"m\xC2\xB2", "m2", "m2"},
    {"m\xC2\xB3", "m3", "m3"},
    {"m2", "m2", "m2"},
    {"m3", "m3", "m3"},
    {"\xCE\xA9", "ohm", "ohm"},
    {"\xE2\x84\xA6", "ohm", "ohm"},
    {"\xC2\xB5m", "um", "um"},
    {"\xE2\x80\xB3", "in", "in"},
    {"\xC2\xB0", "\xC2\xB0", "\xC2\xB0"},
};

struct Found {
  const Unit* unit = nullptr;
  size_t end = 0;
};

bool EndsThere(const Scan& scan, size_t at) {
  const size_t dash = DashLength(scan, at);  // "26V-118"
  return LetterLength(scan.text, at) == 0 && !util::IsDigit(scan.At(at)) &&
         (dash == 0 || !util::IsDigit(scan.At(at + dash)));
}

// The unit at `at`; `close`: no blank before it.
Found UnitAt(const Scan& scan, size_t at, bool close) {
  for (const Unit& sign : kSigns)
    if (scan.At(at) == sign.words.front() && scan.Stands(at, sign.words) &&
        EndsThere(scan, at + sign.words.size()))
      return {&sign, at + sign.words.size()};
  const std::string_view word = WordAt(scan, at);
  if (word.empty() || !EndsThere(scan, at + word.size())) return {};
  static const WordTable<Unit> table(
      kUnits, [](const Unit& unit) { return unit.folded ? std::string_view() : unit.words; });
  static const WordTable<Unit> folded_table(
      kUnits, [](const Unit& unit) { return unit.folded ? unit.words : std::string_view(); });
  const Unit* unit = table.Find(word);
  if (unit == nullptr) unit = folded_table.Find(FoldedWord(word).Text());
  if (unit == nullptr) return {};
  // Apart from its number one letter may be a word, or the letter of a choice.
  if (!close && IsOneOf(word, "C F MP ps PS")) return {};
  if (!close && word == "A" && util::IsUpper(scan.At(SkipBlanks(scan, at + 1)))) return {};
  return {unit, at + word.size()};
}

Found UnitBehind(const Scan& scan, size_t at) {
  const size_t blank = BlankLength(scan, at);
  if (blank > 0) return UnitAt(scan, at + blank, false);
  const size_t dash = DashLength(scan, at);
  return UnitAt(scan, at + dash, true);
}

uint64_t NormOfMeasure(std::string_view base, std::array<int64_t, 3> numbers) {
  std::array<char, 40> text{};
  size_t size = 0;
  for (const int64_t number : numbers)
    for (size_t i = 0; i < 8; ++i) text[size++] = static_cast<char>(number >> (8 * i) & 0xFF);
  for (const char c : base.substr(0, text.size() - size)) text[size++] = c;
  return StableHash({text.data(), size});
}

// "30 x 40 x 50": the numbers behind the first, and where they end.
size_t ReadSides(const Scan& scan, size_t end, std::array<int64_t, 3>& numbers, size_t& count) {
  while (count < numbers.size()) {
    size_t at = end + BlankLength(scan, end);
    if (scan.Stands(at, "\xC3\x97")) {
      at += 2;
    } else if (scan.At(at) == 'x' || scan.At(at) == 'X' || scan.At(at) == '*') {
      ++at;
    } else {
      break;
    }
    at += BlankLength(scan, at);
    if (!util::IsDigit(scan.At(at))) break;
    const Figure figure = ReadFigure(scan, at);
    if (!figure.valid) break;
    numbers[count++] = figure.thousandths;
    end = figure.end;
  }
  return end;
}

// Behind "%", "percent", "per cent", "pour cent"; 0: none stands there.
size_t PercentEnd(const Scan& scan, size_t at) {
  const size_t place = at + BlankLength(scan, at);
  if (scan.At(place) == '%') return place + 1;
  const std::string_view word = WordAt(scan, place);
  if (IsFoldedOneOf(word, "percent prozent pct procent procento")) return place + word.size();
  if (!IsFoldedOneOf(word, "per pour por")) return 0;
  const size_t next = SkipBlanks(scan, place + word.size());
  const std::string_view second = WordAt(scan, next);
  return IsFoldedOneOf(second, "cent ciento cento") ? next + second.size() : 0;
}

}  // namespace

bool ReadMeasure(const Scan& scan, const Spot& spot, Value& out) {
  if (spot.attached || !spot.figure.valid) return false;
  Figure figure = spot.figure;
  if (const size_t end = PercentEnd(scan, figure.end); end > 0) {
    out = MakeValue(ValueKind::kPercent, figure.begin, end,
                    NormOfMeasure("%", {figure.thousandths, 0, 0}));
    out.number = figure.thousandths;
    return true;
  }
  std::array<int64_t, 3> numbers = {figure.thousandths, 0, 0};
  size_t count = 1;
  size_t end = ReadSides(scan, figure.end, numbers, count);
  Found found = UnitBehind(scan, end);
  if (found.unit == nullptr && count == 1) {
    // "61 340 km"
    figure = ReadFigure(scan, spot.at, true);
    if (figure.end == spot.figure.end || !figure.valid) return false;
    numbers[0] = figure.thousandths;
    found = UnitBehind(scan, figure.end);
  }
  if (found.unit == nullptr) return false;
  bool letter = false;
  if (IsOneOf(found.unit->words, "A C F")) {
    // "flat 3A"
    if (IsFoldedOneOf(PreviousWord(scan, spot.at),
                      "flat flats unit units apt apartment room rooms seat seats gate in platform "
                      "bay floor no number "
                      "house table stand row terminal call block suite at"))
      return false;
    letter = true;
  }
  if (found.unit->symbol == kDegree) {
    // "11 degrees celsius"
    const size_t word_at = SkipBlanks(scan, found.end);
    const std::string_view word = WordAt(scan, word_at);
    const bool celsius = IsFoldedOneOf(word, "celsius centigrade c");
    if (celsius || IsFoldedOneOf(word, "fahrenheit f")) {
      found.unit = celsius ? &kCelsius : &kFahrenheit;
      found.end = word_at + word.size();
    }
  }
  const Unit& unit = *found.unit;
  // Largest numbers by largest units stay within 64 bits, or count as they are.
  constexpr int64_t kMost = int64_t{1} << 62;
  std::string_view base = unit.base;
  std::array<int64_t, 3> based = numbers;
  for (int64_t& number : based) {
    if (number > kMost / unit.factor) {
      based = numbers;
      base = unit.symbol;
      break;
    }
    // Three more places than thousandths, so that "1.5 mm" keeps its fraction.
    constexpr int64_t kPlaces = 1000;
    number = number > kMost / unit.factor / kPlaces ? number * unit.factor / unit.divisor
                                                    : number * unit.factor * kPlaces / unit.divisor;
  }
  out = MakeValue(ValueKind::kMeasure, spot.at, found.end, NormOfMeasure(base, based));
  out.number = numbers[0];
  out.unit = UnitHash(unit.symbol);
  out.doubtful = figure.doubtful || letter;
  return true;
}

}  // namespace threadlint::facts::values
