#include "dates.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace threadlint::bench {
namespace {

using util::CivilFromSeconds;
using util::CivilTime;

using Months = std::array<std::string_view, 12>;
constexpr std::array<Months, 4> kLongMonths = {
    Months{"January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"},
    Months{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
           "Oktober", "November", "Dezember"},
    Months{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
           "octobre", "novembre", "décembre"},
    Months{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
           "octubre", "noviembre", "diciembre"}};

using Days = std::array<std::string_view, 7>;
constexpr std::array<Days, 4> kLongDays = {
    Days{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    Days{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
    Days{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
    Days{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"}};

std::string_view LongMonth(const CivilTime& t, Language language) {
  return kLongMonths[static_cast<size_t>(language)][t.date.month - 1];
}
std::string_view LongDay(const CivilTime& t, Language language) {
  return kLongDays[static_cast<size_t>(language)][t.weekday];
}

// Of header fields: Mon, Apr.
std::string_view ShortMonth(const CivilTime& t) {
  return LongMonth(t, Language::kEnglish).substr(0, 3);
}
std::string_view ShortDay(const CivilTime& t) {
  return LongDay(t, Language::kEnglish).substr(0, 3);
}

}  // namespace

std::string DateField(Seconds time, int zone_minutes) {
  const CivilTime t = CivilFromSeconds(time, zone_minutes);
  const int zone = zone_minutes < 0 ? -zone_minutes : zone_minutes;
  return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} {}{:02}{:02}", ShortDay(t), t.date.day,
                     ShortMonth(t), t.date.year, t.hour, t.minute, t.second,
                     zone_minutes < 0 ? '-' : '+', zone / 60, zone % 60);
}

std::string SeparatorDate(Seconds time) {
  const CivilTime t = CivilFromSeconds(time);
  return fmt::format("{} {} {:2} {:02}:{:02}:{:02} {}", ShortDay(t), ShortMonth(t), t.date.day,
                     t.hour, t.minute, t.second, t.date.year);
}

std::string DayInText(Seconds time, Language language) {
  const CivilTime t = CivilFromSeconds(time);
  const std::string_view month = LongMonth(t, language);
  switch (language) {
    case Language::kGerman:
      return fmt::format("{}. {}", t.date.day, month);
    case Language::kSpanish:
      return fmt::format("{} de {}", t.date.day, month);
    default:
      return fmt::format("{} {}", t.date.day, month);
  }
}

std::string WeekdayInText(Seconds time, Language language) {
  return std::string(LongDay(CivilFromSeconds(time), language));
}

std::string LongMoment(Seconds time, int zone_minutes, Language language) {
  const CivilTime t = CivilFromSeconds(time, zone_minutes);
  const std::string_view day = LongDay(t, language);
  const std::string_view month = LongMonth(t, language);
  switch (language) {
    case Language::kEnglish:
      return fmt::format("{}, {} {}, {} {}:{:02} {}", day, month, t.date.day, t.date.year,
                         t.hour % 12 == 0 ? 12 : t.hour % 12, t.minute, t.hour < 12 ? "AM" : "PM");
    case Language::kGerman:
      return fmt::format("{}, {}. {} {} {:02}:{:02}", day, t.date.day, month, t.date.year, t.hour,
                         t.minute);
    case Language::kSpanish:
      return fmt::format("{}, {} de {} de {} {:02}:{:02}", day, t.date.day, month, t.date.year,
                         t.hour, t.minute);
    default:
      return fmt::format("{} {} {} {} {:02}:{:02}", day, t.date.day, month, t.date.year, t.hour,
                         t.minute);
  }
}

std::string ShortMoment(Seconds time, int zone_minutes, Language language) {
  const CivilTime t = CivilFromSeconds(time, zone_minutes);
  switch (language) {
    case Language::kEnglish:
      return fmt::format("{} {} {} at {:02}:{:02}", t.date.day, ShortMonth(t), t.date.year, t.hour,
                         t.minute);
    case Language::kGerman:
      return fmt::format("{:02}.{:02}.{} um {:02}:{:02}", t.date.day, t.date.month, t.date.year,
                         t.hour, t.minute);
    case Language::kFrench:
      return fmt::format("{:02}/{:02}/{} à {:02}:{:02}", t.date.day, t.date.month, t.date.year,
                         t.hour, t.minute);
    default:
      return fmt::format("{:02}/{:02}/{} a las {:02}:{:02}", t.date.day, t.date.month, t.date.year,
                         t.hour, t.minute);
  }
}

}  // namespace threadlint::bench
