// The proleptic Gregorian calendar by arithmetic alone: no locale, no time zone of the machine.
#pragma once

#include <cstdint>
#include <string>

namespace threadlint::util {

inline constexpr int64_t kSecondsPerMinute = 60, kSecondsPerHour = 3600, kSecondsPerDay = 86400;

// Days since 1970-01-01, negative before, and the second of that day.
struct DayAndSecond {
  int64_t day = 0, second = 0;
};
constexpr DayAndSecond SplitSeconds(int64_t seconds) {
  const int64_t day = seconds / kSecondsPerDay - (seconds % kSecondsPerDay < 0 ? 1 : 0);
  return {day, seconds - day * kSecondsPerDay};
}

struct CivilDate {
  int64_t year = 1970;
  unsigned month = 1;  // 1..12
  unsigned day = 1;    // 1..31
  bool operator==(const CivilDate&) const = default;
};

struct CivilTime {
  CivilDate date;
  unsigned hour = 0, minute = 0, second = 0;
  unsigned weekday = 4;  // 0 Sunday .. 6 Saturday
};

bool IsLeapYear(int64_t year);
unsigned DaysInMonth(int64_t year, unsigned month);  // 0 for a month outside 1..12

// Days since 1970-01-01, negative before; years within +-1,000,000.
int64_t DaysFromCivil(const CivilDate& date);
CivilDate CivilFromDays(int64_t days);
unsigned WeekdayFromDays(int64_t days);  // 0 Sunday

// Seconds since 1970-01-01T00:00:00Z as the clock on the wall at `offset_minutes` east of UTC.
CivilTime CivilFromSeconds(int64_t seconds, int offset_minutes = 0);

// "UTC", "UTC+2", "UTC-3:30"
std::string FormatOffset(int offset_minutes);
// "2024-05-03T14:05:00+02:00"; offset 0 gives "Z". Years outside 0..9999 with a sign (ISO 8601).
std::string FormatIso8601(int64_t seconds, int offset_minutes = 0);
// "2024-05-03"
std::string FormatIsoDate(int64_t seconds, int offset_minutes = 0);
// "3 May 2024, 14:05"
std::string FormatShort(int64_t seconds, int offset_minutes = 0);
// "3 May 2024"
std::string FormatShortDate(int64_t seconds, int offset_minutes = 0);

}  // namespace threadlint::util
