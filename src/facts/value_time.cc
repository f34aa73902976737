// Times of day.
#include "facts/value_readers.h"
#include "util/ascii.h"
#include "util/civil_time.h"

namespace threadlint::facts::values {

namespace {

enum class Half : uint8_t { kNone, kMorning, kAfternoon };

// "pm", "p.m.", "PM" behind at most one blank; moves `end` behind it.
Half ReadHalf(const Scan& scan, size_t& end) {
  const size_t begin = end + BlankLength(scan, end);
  const char letter = util::ToLower(scan.At(begin));
  if (letter != 'a' && letter != 'p') return Half::kNone;
  size_t at = begin + 1;
  const bool point = scan.At(at) == '.';
  if (point) at += 1 + BlankLength(scan, at + 1);
  if (util::ToLower(scan.At(at)) != 'm' || LetterLength(scan.text, at + 1) > 0) return Half::kNone;
  ++at;
  if (point && scan.At(at) == '.') ++at;
  end = at;
  return letter == 'a' ? Half::kMorning : Half::kAfternoon;
}

// The half that the end of a range has: "9-11am".
Half HalfOfRange(const Scan& scan, size_t end) {
  size_t at = SkipDash(scan, end);
  if (at == end) return Half::kNone;
  const size_t digits = CountDigits(scan, at);
  if (digits == 0 || digits > 2) return Half::kNone;
  at += digits;
  if (scan.At(at) == ':' || scan.At(at) == '.') at += 1 + CountDigits(scan, at + 1);
  return ReadHalf(scan, at);
}

// "8-18 Uhr", "9 bis 17 Uhr"
bool BeginsHours(const Scan& scan, size_t end) {
  size_t at = SkipDash(scan, end);
  if (at == end) {
    at = SkipBlanks(scan, end);
    const std::string_view word = WordAt(scan, at);
    if (!IsFoldedOneOf(word, "bis und")) return false;
    at = SkipBlanks(scan, at + word.size());
  }
  const size_t digits = CountDigits(scan, at);
  if (digits == 0 || digits > 2) return false;
  at += digits;
  return IsFoldedOneOf(WordAt(scan, SkipBlanks(scan, at)), "uhr");
}

// "Uhr", "o'clock", "h" and what minutes stand behind it; moves `end`, gives whether one stands.
bool ReadHourWord(const Scan& scan, size_t& end, int64_t& minutes, bool has_minutes,
                  bool hour_of_day) {
  const size_t begin = end + BlankLength(scan, end);
  const std::string_view word = WordAt(scan, begin);
  if (word == "o" && (scan.Stands(begin, "o'clock") || scan.Stands(begin,
                                                                   "o\xE2\x80\x99"
                                                                   "clock"))) {
    end = begin + (scan.At(begin + 1) == '\'' ? 7 : 9);
    return true;
  }
  const bool hour = word == "h" || word == "H";
  if (!hour && !IsFoldedOneOf(word, "uhr hrs heures horas")) return false;
  size_t after = begin + word.size();
  if (has_minutes) {
    end = after;
    return true;
  }
  // "16h30", "16 Uhr 30"; "24h" is a duration, as is "16 horas".
  const size_t digits_at = hour ? after : after + BlankLength(scan, after);
  size_t at = digits_at;
  if (CountDigits(scan, at) == 2) {
    const int64_t value = ReadDigits(scan, at);
    constexpr int64_t kMinutes = 60;
    if (value < kMinutes && LetterLength(scan.text, at) == 0) {
      minutes = value;
      end = at;
      return true;
    }
  }
  if (!IsFoldedOneOf(word, "uhr") && !hour_of_day) return false;
  end = after;
  return true;
}

}  // namespace

Value MakeTime(size_t begin, size_t end, int64_t seconds) {
  constexpr int64_t kMinute = util::kSecondsPerMinute, kHour = util::kSecondsPerHour,
                    kDay = util::kSecondsPerDay;
  seconds %= kDay;
  const char text[] = {'T', static_cast<char>(seconds / kHour),
                       static_cast<char>(seconds % kHour / kMinute)};
  Value value = MakeValue(ValueKind::kTime, begin, end, StableHash({text, sizeof text}));
  value.number = seconds;
  return value;
}

bool ReadTime(const Scan& scan, const Spot& spot, Value& out) {
  // "2026-03-12T17:00"
  const bool behind_date = scan.last != nullptr && scan.last->kind == ValueKind::kDate &&
                           scan.At(scan.floor) == 'T' && spot.at == scan.floor + 1;
  if (spot.attached && !behind_date) return false;
  size_t end = spot.at;
  const size_t digits = CountDigits(scan, end);
  if (digits == 0 || digits > 2) return false;
  int64_t hour = ReadDigits(scan, end);
  int64_t minute = 0;
  constexpr int64_t kHours = 24, kMinutes = 60, kNoon = 12;
  if (hour > kHours) return false;
  bool colon = scan.At(end) == ':';
  bool has_minutes = false;
  if ((colon || scan.At(end) == '.') && CountDigits(scan, end + 1) == 2) {
    size_t at = end + 1;
    minute = ReadDigits(scan, at);
    if (minute >= kMinutes) return false;
    has_minutes = true;
    end = at;
    if (colon && scan.At(end) == ':' && CountDigits(scan, end + 1) == 2) end += 3;
    if ((scan.At(end) == ':' || scan.At(end) == '.') && util::IsDigit(scan.At(end + 1))) {
      // "17:00:05.123"; otherwise a row of numbers.
      if (scan.At(end) == ':') return false;
      end += 1 + CountDigits(scan, end + 1);
    }
  } else {
    colon = false;
  }
  Half half = ReadHalf(scan, end);
  bool told = colon || half != Half::kNone;
  // "à 16 h", "a las 16 horas"
  const bool hour_of_day = IsOneOf(PreviousWord(scan, spot.at), "\xC3\xA0 vers las entre") ||
                           (scan.last != nullptr && scan.last->kind == ValueKind::kTime &&
                            IsOneOf(PreviousWord(scan, spot.at), "et y"));
  if (ReadHourWord(scan, end, minute, has_minutes, hour_of_day)) told = true;
  if (half == Half::kNone && hour <= kNoon) {
    half = HalfOfRange(scan, end);
    told = told || half != Half::kNone;
  }
  told = told || BeginsHours(scan, end);
  // "12 noon"
  if (!told && hour == kNoon && !has_minutes) {
    const size_t word = end + BlankLength(scan, end);
    if (IsFoldedOneOf(WordAt(scan, word), "noon midday")) {
      end = word + WordAt(scan, word).size();
      told = true;
    }
  }
  if (!told || LetterLength(scan.text, end) > 0) {
    // "17:00Z" and the "h" of "17:00h" are read; other letters make it something else.
    if (!told || scan.At(end) != 'Z') return false;
    ++end;
  }
  if (half != Half::kNone && (hour == 0 || hour > kNoon)) {
    if (hour == 0) return false;
    half = Half::kNone;  // "16:12pm"
  }
  if (half == Half::kAfternoon && hour < kNoon) hour += kNoon;
  if (half == Half::kMorning && hour == kNoon) hour = 0;
  out = MakeTime(spot.at, end, (hour * kMinutes + minute) * kMinutes);
  return true;
}

}  // namespace threadlint::facts::values
