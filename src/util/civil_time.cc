#include "util/civil_time.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace threadlint::util {
namespace {

// An era is the 400 years after which the calendar repeats; here it begins on 1 March, so that the
// leap day is the last day of a year.
constexpr int64_t kDaysPerEra = 146097;
constexpr int64_t kEraToEpoch = 719468;  // days from 0000-03-01 to 1970-01-01

constexpr std::array<std::string_view, 12> kMonthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr int64_t FloorDiv(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::string Year(int64_t year) {
  if (year >= 0 && year <= 9999) return fmt::format("{:04}", year);
  return fmt::format("{:+07}", year);
}

}  // namespace

bool IsLeapYear(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

unsigned DaysInMonth(int64_t year, unsigned month) {
  constexpr std::array<unsigned, 13> kDays = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && IsLeapYear(year) ? 29 : kDays[month];
}

int64_t DaysFromCivil(const CivilDate& date) {
  int64_t month = date.month;
  int64_t year = date.year - (month <= 2 ? 1 : 0);
  int64_t era = FloorDiv(year, 400);
  int64_t year_of_era = year - era * 400;
  int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kEraToEpoch;
}

CivilDate CivilFromDays(int64_t days) {
  days += kEraToEpoch;
  int64_t era = FloorDiv(days, kDaysPerEra);
  int64_t day_of_era = days - era * kDaysPerEra;
  int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted_month = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<unsigned>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.month = static_cast<unsigned>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

unsigned WeekdayFromDays(int64_t days) {
  int64_t weekday = (days + 4) % 7;  // 1970-01-01 was a Thursday
  return static_cast<unsigned>(weekday < 0 ? weekday + 7 : weekday);
}

CivilTime CivilFromSeconds(int64_t seconds, int offset_minutes) {
  const auto [days, rest] = SplitSeconds(seconds + int64_t{offset_minutes} * kSecondsPerMinute);
  CivilTime time;
  time.date = CivilFromDays(days);
  time.weekday = WeekdayFromDays(days);
  time.hour = static_cast<unsigned>(rest / kSecondsPerHour);
  time.minute = static_cast<unsigned>(rest / 60 % 60);
  time.second = static_cast<unsigned>(rest % 60);
  return time;
}

std::string FormatIso8601(int64_t seconds, int offset_minutes) {
  CivilTime t = CivilFromSeconds(seconds, offset_minutes);
  std::string out = fmt::format("{}-{:02}-{:02}T{:02}:{:02}:{:02}", Year(t.date.year), t.date.month,
                                t.date.day, t.hour, t.minute, t.second);
  if (offset_minutes == 0) return out + 'Z';
  int offset = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  return out +
         fmt::format("{}{:02}:{:02}", offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::string FormatIsoDate(int64_t seconds, int offset_minutes) {
  CivilDate date = CivilFromSeconds(seconds, offset_minutes).date;
  return fmt::format("{}-{:02}-{:02}", Year(date.year), date.month, date.day);
}

std::string FormatShortDate(int64_t seconds, int offset_minutes) {
  CivilDate date = CivilFromSeconds(seconds, offset_minutes).date;
  return fmt::format("{} {} {}", date.day, kMonthNames[date.month - 1], date.year);
}

std::string FormatShort(int64_t seconds, int offset_minutes) {
  CivilTime t = CivilFromSeconds(seconds, offset_minutes);
  return fmt::format("{}, {:02}:{:02}", FormatShortDate(seconds, offset_minutes), t.hour, t.minute);
}

std::string FormatOffset(int offset_minutes) {
  if (offset_minutes == 0) return "UTC";
  const int size = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  const char sign = offset_minutes < 0 ? '-' : '+';
  if (size % 60 == 0) return fmt::format("UTC{}{}", sign, size / 60);
  return fmt::format("UTC{}{}:{:02}", sign, size / 60, size % 60);
}

}  // namespace threadlint::util
