#include "facts/value_month.h"

#include "facts/value_readers.h"
#include "mail/date_names.h"
#include "util/ascii.h"
#include "util/civil_time.h"

#include <array>
#include <cstdlib>
#include <limits>

namespace threadlint::facts::values {

namespace {

uint64_t NormOfDay(int64_t year, int64_t month, int64_t day) {
  std::array<char, 5> text = {'D', static_cast<char>(year & 0x7F),
                              static_cast<char>(year >> 7 & 0x7F), static_cast<char>(month),
                              static_cast<char>(day)};
  return StableHash({text.data(), text.size()});
}

}  // namespace

unsigned MonthOfWord(const Scan& scan, std::string_view word) {
  constexpr size_t kShortest = 3, kSure = 5, kLongest = 24;
  if (word.size() < kShortest || word.size() > kLongest) return 0;
  // Cut ones are believed if they are customary; cut longer ones ("gener", "list") if whole.
  const FoldedWord folded(word);
  const bool customary = IsOneOf(
      folded.Text(),
      "jan feb febr mar mrz mars apr avr may mai mayo maj mei jun juin june juni jul july juli aug "
      "aout ago sep sept oct okt nov dec dez dic ene abr mrt jan janv fevr maio gen juil marz marc "
      "luty");
  if (!customary && word.size() < kSure) return 0;
  if (IsOneOf(folded.Text(), "gener liste listo general listen lista listas kwiat")) return 0;
  // "3 may be damaged", "3 ago"
  if (word == "may") {
    const size_t end = static_cast<size_t>(word.data() - scan.text.data()) + word.size();
    if (IsFoldedOneOf(WordAt(scan, SkipBlanks(scan, end)),
                      "be have not need i we you it also still take well no or only require"))
      return 0;
  }
  if (folded.Text() == "ago" && !IsOneOf(scan.context.language.substr(0, 2), "es it pt")) return 0;
  return static_cast<unsigned>(mail::FindMonth(word).month);
}

Value MakeDate(size_t begin, size_t end, int64_t day) {
  const util::CivilDate date = util::CivilFromDays(day);
  Value value =
      MakeValue(ValueKind::kDate, begin, end, NormOfDay(date.year + 1, date.month, date.day));
  value.number = day;
  return value;
}

bool MakeCalendarDay(const Scan& scan, int64_t year, int64_t month, int64_t day, Value& out) {
  constexpr int64_t kMonths = 12, kLeapYear = 2000;
  if (month < 1 || month > kMonths || day < 1) return false;
  const auto m = static_cast<unsigned>(month);
  const auto d = static_cast<unsigned>(day);
  if (day > util::DaysInMonth(year == kNoYear ? kLeapYear : year, m)) return false;
  const std::optional<int64_t> written = DayWritten(scan);
  if (year == kNoYear && written) {
    int64_t best = std::numeric_limits<int64_t>::max();
    const int64_t own = util::CivilFromDays(*written).year;
    for (const int64_t candidate : {own, own - 1, own + 1}) {
      if (day > util::DaysInMonth(candidate, m)) continue;
      const int64_t distance = std::abs(util::DaysFromCivil({candidate, m, d}) - *written);
      if (distance >= best) continue;
      best = distance;
      year = candidate;
    }
  }
  const auto begin = out.begin;
  const auto length = out.length;
  const bool doubtful = out.doubtful;
  out = MakeValue(ValueKind::kDate, begin, begin + length, NormOfDay(year + 1, month, day));
  out.doubtful = doubtful;
  if (year != kNoYear) out.number = util::DaysFromCivil({year, m, d});
  return true;
}

Value MakeCalendarMonth(int64_t year, unsigned month) {
  Value value = MakeValue(ValueKind::kDate, 0, 0, NormOfDay(year + 1, month, 0));
  value.number = util::DaysFromCivil({year, month, 1});
  return value;
}

int64_t ReadYear(const Scan& scan, size_t& at, bool short_ones) {
  constexpr size_t kFull = 4, kShort = 2;
  constexpr int64_t kFirst = 1900, kLast = 2099, kPivot = 70, kCentury = 100;
  const size_t digits = CountDigits(scan, at);
  if (digits != kFull && !(short_ones && digits == kShort)) return kNoYear;
  size_t end = at;
  int64_t year = ReadDigits(scan, end);
  if (digits == kShort) year += year < kPivot ? kFirst + kCentury : kFirst;
  if (year < kFirst || year > kLast) return kNoYear;
  at = end;
  return year;
}

}  // namespace threadlint::facts::values
