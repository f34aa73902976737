#include "value_shown.h"

#include <doctest/doctest.h>

namespace threadlint::facts {
namespace {

struct Row {
  std::string_view text;
  int64_t seconds;
};

constexpr int64_t kHour = 3600, kDay = 24 * kHour;

constexpr Row kTimes[] = {
    {"4:12pm", 16 * kHour + 720},
    {"4.12 p.m.", 16 * kHour + 720},
    {"16:12", 16 * kHour + 720},
    {"16.30 Uhr", 16 * kHour + 1800},
    {"16 Uhr 30", 16 * kHour + 1800},
    {"16h30", 16 * kHour + 1800},
    {"16 Uhr", 16 * kHour},
    {"4 PM", 16 * kHour},
    {"12am", 0},
    {"12pm", 12 * kHour},
    {"noon", 12 * kHour},
    {"12 noon", 12 * kHour},
    {"midnight", 0},
    {"5 o'clock", 5 * kHour},
    {"17:00:05", 17 * kHour},
    {"a las 16 horas", 16 * kHour},
    {"24:00", 0},
};

TEST_CASE("times of day") {
  for (const Row& row : kTimes) {
    CAPTURE(row.text);
    const Value value = FirstValue(row.text, MailOfMay());
    CHECK(value.kind == ValueKind::kTime);
    CHECK(value.number == row.seconds);
    CHECK(ReadValues(row.text, MailOfMay()).size() == 1);
  }
  CHECK(FirstValue("4:12pm", MailOfMay()).norm == FirstValue("16:12 Uhr", MailOfMay()).norm);
  CHECK(FirstValue("4am", MailOfMay()).norm != FirstValue("4pm", MailOfMay()).norm);
}

constexpr Row kDurations[] = {
    {"48 hours", 2 * kDay},
    {"48hrs", 2 * kDay},
    {"2 days", 2 * kDay},
    {"two days", 2 * kDay},
    {"24h", kDay},
    {"24 Std", kDay},
    {"3-5 working days", 5 * kDay},
    {"3 to 5 days", 5 * kDay},
    {"zwei bis drei Wochen", 21 * kDay},
    {"14-day", 14 * kDay},
    {"30-Tage", 30 * kDay},
    {"2 hours and 15 minutes", 2 * kHour + 900},
    {"1h 30min", kHour + 1800},
    {"half an hour", kHour / 2},
    {"within an hour", kHour},
    {"two (2) weeks", 14 * kDay},
    {"1.5 hours", kHour + 1800},
    {"deux semaines", 14 * kDay},
    {"dos semanas", 14 * kDay},
    {"a fortnight", 0},
    {"within a fortnight", 14 * kDay},
    {"12 months", 31557600},
    {"1 year", 31557600},
    {"5 jours ouvr\xC3\xA9s", 5 * kDay},
    {"3 Werktage", 3 * kDay},
};

TEST_CASE("durations") {
  for (const Row& row : kDurations) {
    CAPTURE(row.text);
    const std::vector<Value> values = ReadValues(row.text, MailOfMay());
    if (row.seconds == 0) {
      CHECK(values.empty());
      continue;
    }
    REQUIRE(values.size() == 1);
    CHECK(values[0].kind == ValueKind::kDuration);
    CHECK(values[0].number == row.seconds);
  }
}

TEST_CASE("durations are equal in any unit, but days of work are not days") {
  const auto norm = [](std::string_view text) { return FirstValue(text, MailOfMay()).norm; };
  CHECK(norm("48 hours") == norm("two days"));
  CHECK(norm("one year") != norm("1 year"));  // "one year" alone counts nothing
  CHECK(norm("within one year") == norm("12 months"));
  CHECK(norm("3 working days") == norm("drei Werktage"));
  CHECK(norm("3 working days") != norm("3 days"));
  CHECK(norm("3-5 days") != norm("5 days"));
  CHECK(FirstValue("3 working days", MailOfMay()).unit != 0);
}

constexpr ShownRow kRows[] = {
    {"Mo-Fr 8-18 Uhr", "time 8|time 18 Uhr"},
    {"entre 8h et 12h", "time 8h|time 12h"},
    {"9-11am", "time 9|time 11am"},
    {"09:00-17:30", "time 09:00|time 17:30"},
    {"in a second parcel", ""},
    {"what a day", ""},
    {"16:9", "number 16|number 9"},
    {"one day I will", ""},
    {"midi Chlorians", ""},
};

TEST_CASE("what is a time, and what is none") {
  for (const ShownRow& row : kRows) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
}

}  // namespace
}  // namespace threadlint::facts
