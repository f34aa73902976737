// Values as German mail writes them. The mail is of Friday, 8 May 2026.
#include "value_shown.h"

#include <doctest/doctest.h>

namespace threadlint::facts {
namespace {

constexpr ShownRow kRows[] = {
    {"Der Betrag von 1.840,00 EUR wird erstattet", "amount 1.840,00 EUR"},
    {"es kostet 12,50 € im Monat", "amount 12,50 €"},
    {"€ 49,- inkl. Versand", "amount € 49,-"},
    {"EUR 1.250,00 zzgl. MwSt.", "amount EUR 1.250,00"},
    {"rund 300 Euro", "amount 300 Euro"},
    {"99 Cent", "amount 99 Cent?"},
    {"CHF 1'200.50", "amount CHF 1'200.50"},
    {"abzüglich 30 %", "percent 30 %"},
    {"am 3. Mai", "date 3. Mai"},
    {"am 03.05. gekauft", "date 03.05."},
    {"vom 3.5.2026 bis heute", "date 3.5.2026|date heute"},
    {"Freitag, den 15. Mai", "date Freitag, den 15. Mai"},
    {"am Dienstag, den 12.05., zwischen 8 und 12 Uhr",
     "date Dienstag, den 12.05.|time 8|time 12 Uhr"},
    {"Mo., 11.05.2026", "date 11.05.2026"},
    {"am kommenden Montag", "date Montag"},
    {"nächsten Mittwoch", "date Mittwoch"},
    {"letzten Dienstag", "date Dienstag"},
    {"bis Montag", "date Montag"},
    {"noch heute", "date heute"},
    {"morgen früh", "date morgen"},
    {"übermorgen", "date übermorgen"},
    {"Guten Morgen Frau Pohl", ""},
    {"innerhalb von 14 Tagen", "duration 14 Tagen"},
    {"binnen 48 Stunden", "duration 48 Stunden"},
    {"3-5 Werktage", "duration 3-5 Werktage"},
    {"zwei bis drei Arbeitstage", "duration zwei bis drei Arbeitstage"},
    {"in 3 bis 5 Werktagen", "duration 3 bis 5 Werktagen"},
    {"innerhalb einer Woche", "duration einer Woche"},
    {"in zwei Wochen", "date zwei Wochen?"},
    {"in einer Woche", "date einer Woche?"},
    {"vor drei Tagen", "date drei Tagen"},
    {"seit sechs Wochen", "duration sechs Wochen"},
    {"24 Monate Garantie", "duration 24 Monate"},
    {"innerhalb der nächsten 10 Tage", "duration 10 Tage"},
    {"14 Kalendertage", "duration 14 Kalendertage"},
    {"15 Geschäftstage", "duration 15 Geschäftstage"},
    {"drei Bankarbeitstage", "duration drei Bankarbeitstage"},
    {"in den nächsten 3 Werktagen", "duration 3 Werktagen"},
    {"um 14 Uhr", "time 14 Uhr"},
    {"um 14:30 Uhr", "time 14:30 Uhr"},
    {"gegen 9.30 Uhr", "time 9.30 Uhr"},
    {"Tel. 0431 / 55 50 12", "phone 0431 / 55 50 12"},
    {"24143 Kiel", "postcode 24143"},
    {"am 3. Mai 2026 um 8 Uhr", "date 3. Mai 2026|time 8 Uhr"},
    {"Anfang Juni", ""},
    {"im Juni 2026", "date Juni 2026"},
    {"zum 1. April", "date 1. April"},
};

TEST_CASE("values in German") {
  for (const ShownRow& row : kRows) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay("de")) == row.values);
  }
}

int64_t DayOf(std::string_view text) {
  const Value value = FirstValue(text, MailOfMay("de"));
  return value.kind == ValueKind::kDate ? value.number - FirstValue("heute", MailOfMay("de")).number
                                        : -999;
}

TEST_CASE("German days are counted from the mail's own") {
  CHECK(DayOf("am kommenden Montag") == 3);
  CHECK(DayOf("nächsten Freitag") == 7);
  CHECK(DayOf("letzten Montag") == -4);
  CHECK(DayOf("am vergangenen Donnerstag") == -1);
  CHECK(DayOf("bis Dienstag") == 4);
  CHECK(DayOf("vor zwei Wochen") == -14);
  CHECK(DayOf("in zehn Tagen") == 10);
  CHECK(DayOf("03.05.") == -5);
  CHECK(DayOf("am 12. Mai") == 4);
}

}  // namespace
}  // namespace threadlint::facts
