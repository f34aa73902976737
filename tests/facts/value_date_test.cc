#include "util/civil_time.h"
#include "value_shown.h"

#include <doctest/doctest.h>

namespace threadlint::facts {
namespace {

struct Row {
  std::string_view text, language, day, shown;
};

// The mail is of Friday, 8 May 2026.
constexpr Row kDays[] = {
    {"2026-03-12", "", "2026-03-12", "date 2026-03-12"},
    {"2026/3/12", "", "2026-03-12", "date 2026/3/12"},
    {"12.03.2026", "", "2026-03-12", "date 12.03.2026"},
    {"12.3.26", "de", "2026-03-12", "date 12.3.26?"},
    {"am 12.03.", "", "2026-03-12", "date 12.03."},
    {"am 12.3.", "de", "2026-03-12", "date 12.3."},
    {"25/12/2025", "", "2025-12-25", "date 25/12/2025"},
    {"12/25/2025", "", "2025-12-25", "date 12/25/2025"},
    {"03/04/2026", "", "2026-04-03", "date 03/04/2026?"},
    {"03/04/2026", "en-US", "2026-03-04", "date 03/04/2026?"},
    {"04/04/2026", "", "2026-04-04", "date 04/04/2026"},
    {"on 3/5", "", "2026-05-03", "date 3/5?"},
    {"3 May", "", "2026-05-03", "date 3 May"},
    {"3rd May", "", "2026-05-03", "date 3rd May"},
    {"the 3rd of May 2024", "", "2024-05-03", "date 3rd of May 2024"},
    {"May 3rd, 2025", "", "2025-05-03", "date May 3rd, 2025"},
    {"May 3", "", "2026-05-03", "date May 3"},
    {"Dec. 24", "", "2025-12-24", "date Dec. 24"},
    {"3. Mai", "", "2026-05-03", "date 3. Mai"},
    {"3. M\xC3\xA4rz 2026", "", "2026-03-03", "date 3. M\xC3\xA4rz 2026"},
    {"le 1er ao\xC3\xBBt", "", "2026-08-01", "date 1er ao\xC3\xBBt"},
    {"3 de mayo de 2026", "", "2026-05-03", "date 3 de mayo de 2026"},
    {"3-May-26", "", "2026-05-03", "date 3-May-26"},
    {"20 December", "", "2025-12-20", "date 20 December"},
    {"5 January", "", "2026-01-05", "date 5 January"},
    {"Friday, 15 May 2026", "", "2026-05-15", "date Friday, 15 May 2026"},
    {"Freitag, den 15.5.2026", "", "2026-05-15", "date Freitag, den 15.5.2026"},
    {"Mon, May 11", "", "2026-05-11", "date Mon, May 11"},
    {"today", "", "2026-05-08", "date today"},
    {"tomorrow", "", "2026-05-09", "date tomorrow"},
    {"yesterday", "", "2026-05-07", "date yesterday"},
    {"the day after tomorrow", "", "2026-05-10", "date day after tomorrow"},
    {"heute", "", "2026-05-08", "date heute"},
    {"bis morgen", "", "2026-05-09", "date morgen"},
    {"\xC3\xBC"
     "bermorgen",
     "", "2026-05-10",
     "date \xC3\xBC"
     "bermorgen"},
    {"gestern", "", "2026-05-07", "date gestern"},
    {"aujourd'hui", "", "2026-05-08", "date aujourd'hui"},
    {"demain", "", "2026-05-09", "date demain"},
    {"hier", "fr", "2026-05-07", "date hier"},
    {"ayer", "", "2026-05-07", "date ayer"},
    {"llega ma\xC3\xB1"
     "ana",
     "", "2026-05-09",
     "date ma\xC3\xB1"
     "ana"},
    {"by Monday", "", "2026-05-11", "date Monday"},
    {"next Tuesday", "", "2026-05-12", "date Tuesday"},
    {"last Monday", "", "2026-05-04", "date Monday"},
    {"I wrote on Monday", "", "2026-05-04", "date Monday?"},
    {"we will ring on Monday", "", "2026-05-11", "date Monday?"},
    {"letzten Montag", "", "2026-05-04", "date Montag"},
    {"lundi prochain", "", "2026-05-11", "date lundi"},
    {"el viernes", "", "2026-05-08", "date viernes?"},
    {"in ten days", "", "2026-05-18", "date ten days"},
    {"in zehn Tagen", "", "2026-05-18", "date zehn Tagen"},
    {"3 days ago", "", "2026-05-05", "date 3 days ago"},
    {"two weeks ago", "", "2026-04-24", "date two weeks ago?"},
    {"vor 3 Tagen", "", "2026-05-05", "date 3 Tagen"},
    {"il y a 3 jours", "", "2026-05-05", "date 3 jours"},
    {"by the 3rd", "", "2026-05-03", "date 3rd?"},
};

TEST_CASE("days however they are said") {
  for (const Row& row : kDays) {
    CAPTURE(row.text);
    const Value value = FirstValue(row.text, MailOfMay(row.language));
    CHECK(ShownValues(row.text, MailOfMay(row.language)) == row.shown);
    CHECK(util::FormatIsoDate(value.number * util::kSecondsPerDay) == row.day);
    const Value plain = FirstValue(row.day, MailOfMay());
    CHECK(value.norm == plain.norm);
  }
}

constexpr ShownRow kRows[] = {
    {"from May 5th to 19th", "date May 5th|date 19th"},
    {"3-5 May", "date 3|date 5 May"},
    {"10th to 26th of June", "date 10th|date 26th of June"},
    {"May 2026", "date May 2026"},
    {"05/2026", "date 05/2026"},
    {"2026-03-12T17:00Z", "date 2026-03-12|time 17:00Z"},
    {"3 may be broken", "number 3"},
    {"31.02.2026", ""},
    {"1 out of 3", "number 1|number 3"},
    {"24/7", ""},
    {"kernel 2.6.37", "version 2.6.37"},
    {"guten Morgen", ""},
    {"por la ma\xC3\xB1"
     "ana",
     ""},
    {"ich bin hier", ""},
    {"on Black Friday", ""},
    {"the sun and the cat sat", ""},
    {"version 4.2.21", "version 4.2.21"},
    {"the 2nd time", ""},
    {"for the 3rd time", ""},
};

TEST_CASE("what belongs to a date, and what is none") {
  for (const ShownRow& row : kRows) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
}

TEST_CASE("the mail's own clock says what today is") {
  ValueContext context = MailOfMay();
  context.written = *context.written + int64_t{11} * 3600;  // 23:00 UTC
  const int64_t day = FirstValue("today", context).number;
  context.zone_seconds = 2 * 3600;
  CHECK(FirstValue("today", context).number == day + 1);
  context.zone_seconds = -24 * 3600;
  CHECK(FirstValue("today", context).number == day - 1);
}

TEST_CASE("without the mail's date days are not counted from it") {
  const ValueContext none;
  CHECK(ShownValues("tomorrow, or in ten days", none) == "duration ten days");
  CHECK(ShownValues("on 3 May", none) == "date 3 May");
  CHECK(FirstValue("3 May", none).norm == FirstValue("May 3rd", none).norm);
  CHECK(ShownValues("on Monday", none) == "date Monday?");
  CHECK(FirstValue("Monday", none).norm == FirstValue("Montag", none).norm);
}

}  // namespace
}  // namespace threadlint::facts
