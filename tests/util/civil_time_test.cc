#include "util/civil_time.h"

#include <doctest/doctest.h>

namespace threadlint::util {
namespace {

TEST_CASE("days and dates go both ways") {
  struct {
    CivilDate date;
    int64_t days;
    unsigned weekday;
  } const rows[] = {
      {{1970, 1, 1}, 0, 4},     {{1969, 12, 31}, -1, 3},      {{2000, 2, 29}, 11016, 2},
      {{2024, 5, 3}, 19846, 5}, {{1900, 3, 1}, -25508, 4},    {{1, 1, 1}, -719162, 1},
      {{0, 3, 1}, -719468, 3},  {{9999, 12, 31}, 2932896, 5},
  };
  for (const auto& row : rows) {
    CAPTURE(row.days);
    CHECK(DaysFromCivil(row.date) == row.days);
    CHECK(CivilFromDays(row.days) == row.date);
    CHECK(WeekdayFromDays(row.days) == row.weekday);
  }
}

TEST_CASE("every day of 1,200 years follows the one before") {
  CivilDate date{1400, 1, 1};
  int64_t days = DaysFromCivil(date);
  while (date.year < 2600) {
    REQUIRE(CivilFromDays(days) == date);
    REQUIRE(DaysFromCivil(date) == days);
    ++days;
    if (++date.day > DaysInMonth(date.year, date.month)) {
      date.day = 1;
      if (++date.month > 12) {
        date.month = 1;
        ++date.year;
      }
    }
  }
}

TEST_CASE("months have their lengths") {
  CHECK(DaysInMonth(2023, 2) == 28);
  CHECK(DaysInMonth(2024, 2) == 29);
  CHECK(DaysInMonth(1900, 2) == 28);
  CHECK(DaysInMonth(2000, 2) == 29);
  CHECK(DaysInMonth(2024, 0) == 0);
  CHECK(DaysInMonth(2024, 13) == 0);
}

TEST_CASE("instants are written for machines and for people") {
  constexpr int64_t kInstant = 1714737900;  // 2024-05-03T12:05:00Z
  CHECK(FormatIso8601(kInstant) == "2024-05-03T12:05:00Z");
  CHECK(FormatIso8601(kInstant, 120) == "2024-05-03T14:05:00+02:00");
  CHECK(FormatIso8601(kInstant, -570) == "2024-05-03T02:35:00-09:30");
  CHECK(FormatIso8601(-1) == "1969-12-31T23:59:59Z");
  CHECK(FormatIso8601(DaysFromCivil({-1, 1, 1}) * kSecondsPerDay) == "-000001-01-01T00:00:00Z");
  CHECK(FormatIsoDate(kInstant, 12 * 60) == "2024-05-04");
  CHECK(FormatShort(kInstant, 120) == "3 May 2024, 14:05");
  CHECK(FormatShortDate(kInstant) == "3 May 2024");
}

}  // namespace
}  // namespace threadlint::util
