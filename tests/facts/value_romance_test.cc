// Amounts, dates and durations as French and Spanish mail writes them.
#include "util/civil_time.h"
#include "value_shown.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace threadlint::facts {
namespace {

struct Row {
  std::string_view language, text, shown;
};

// Of the mail of Friday, 8 May 2026. Behind dates stands the day.
constexpr Row kRows[] = {
    {"fr", "soit 1 840,00 €", "amount 1 840,00 €"},
    {"es", "1.200,50 €", "amount 1.200,50 €"},
    {"es", "25.000 pesos", "amount 25.000 pesos?"},
    {"es", "S/ 150", "amount S/ 150"},
    {"es", "300 soles", "amount 300 soles"},
    {"es", "45.000 CLP", "amount 45.000 CLP"},
    {"es", "12 dólares", "amount 12 dólares?"},
    {"fr", "le vendredi 7 août", "date vendredi 7 août = 2026-08-07"},
    {"es", "el 7 de agosto", "date 7 de agosto = 2026-08-07"},
    {"fr", "vendredi 15", "date vendredi 15 = 2026-05-15"},
    {"es", "el lunes 11", "date lunes 11 = 2026-05-11"},
    {"fr", "lundi 3 personnes", "date lundi? = 2026-05-11|number 3"},
    {"fr", "le 12 à midi", "date 12? = 2026-05-12|time midi"},
    {"fr", "le 12 rue Haute", "number 12"},
    {"es", "el día 12.", "date 12? = 2026-05-12"},
    {"es", "el 7 %", "percent 7 %"},
    {"en", "le 12", "number 12"},
    {"fr", "après-demain", "date après-demain = 2026-05-10"},
    {"fr", "avant-hier", "date avant-hier = 2026-05-06"},
    {"es", "pasado mañana", "date pasado mañana = 2026-05-10"},
    {"es", "anoche", "date anoche = 2026-05-07"},
    {"es", "esta tarde", "date tarde = 2026-05-08"},
    {"es", "por la tarde", ""},
    {"es", "esta mañana", "date mañana = 2026-05-08"},
    {"fr", "ce soir", "date soir = 2026-05-08"},
    {"fr", "le soir", ""},
    {"fr", "dans la journée", "date journée = 2026-05-08"},
    {"fr", "dans la journée de demain", "date demain = 2026-05-09"},
    {"fr", "mardi dernier", "date mardi = 2026-05-05"},
    {"fr", "mardi prochain", "date mardi = 2026-05-12"},
    {"es", "el martes pasado", "date martes = 2026-05-05"},
    {"es", "me prometieron el lunes", "date lunes? = 2026-05-04"},
    {"fr", "sous 10 jours", "duration 10 jours"},
    {"fr", "sous une semaine", "duration une semaine"},
    {"fr", "un délai d'un mois", "duration un mois"},
    {"es", "un plazo de un mes", "duration un mes"},
    {"fr", "dans les trente jours", "duration trente jours"},
    {"fr", "dans les 24 prochaines heures", "duration 24 prochaines heures"},
    {"fr", "2 à 3 jours ouvrés", "duration 2 à 3 jours ouvrés"},
    {"es", "en 3-5 días hábiles", "duration 3-5 días hábiles"},
    {"es", "entre 5 y 7 días hábiles", "duration 5 y 7 días hábiles"},
    {"es", "entre 9 y 14 h", "number 9|duration 14 h"},
    {"es", "veinte días", "duration veinte días"},
    {"en", "once days are over", ""},
};

std::string Shown(std::string_view text, const ValueContext& context) {
  std::string out = ShownValues(text, context);
  size_t at = 0;
  for (const Value& value : ReadValues(text, context)) {
    at = std::min(out.find('|', at), out.size());
    if (value.kind == ValueKind::kDate) {
      const util::CivilDate date = util::CivilFromDays(value.number);
      const std::string day = fmt::format(" = {}-{:02}-{:02}", date.year, date.month, date.day);
      out.insert(at, day);
      at += day.size();
    }
    ++at;
  }
  return out;
}

TEST_CASE("values in French and Spanish") {
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(Shown(row.text, MailOfMay(row.language)) == row.shown);
  }
}

}  // namespace
}  // namespace threadlint::facts
