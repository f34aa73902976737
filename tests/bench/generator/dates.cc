#include "dates.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string_view>

namespace threadlint::bench {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

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

std::string_view LongMonth(int month, Language language) {
  return kLongMonths[static_cast<size_t>(language)][static_cast<size_t>(month - 1)];
}
std::string_view LongDay(int weekday, Language language) {
  return kLongDays[static_cast<size_t>(language)][static_cast<size_t>(weekday)];
}

}  // namespace

WallTime Wall(Seconds time, int zone_minutes) {
  namespace ch = std::chrono;
  const ch::sys_seconds at{ch::seconds(time + zone_minutes * kMinute)};
  const auto day = ch::floor<ch::days>(at);
  const ch::year_month_day date(day);
  const auto of_day = static_cast<int>((at - day).count());
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          static_cast<int>(ch::weekday(day).c_encoding()),
          of_day / 3600,
          of_day / 60 % 60,
          of_day % 60};
}

std::string DateField(Seconds time, int zone_minutes) {
  const WallTime w = Wall(time, zone_minutes);
  const int zone = zone_minutes < 0 ? -zone_minutes : zone_minutes;
  return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} {}{:02}{:02}",
                     kDays[static_cast<size_t>(w.weekday)], w.day,
                     kMonths[static_cast<size_t>(w.month - 1)], w.year, w.hour, w.minute, w.second,
                     zone_minutes < 0 ? '-' : '+', zone / 60, zone % 60);
}

std::string SeparatorDate(Seconds time) {
  const WallTime w = Wall(time, 0);
  return fmt::format("{} {} {:2} {:02}:{:02}:{:02} {}", kDays[static_cast<size_t>(w.weekday)],
                     kMonths[static_cast<size_t>(w.month - 1)], w.day, w.hour, w.minute, w.second,
                     w.year);
}

std::string DayInText(Seconds time, Language language) {
  const WallTime w = Wall(time, 0);
  const std::string_view month = LongMonth(w.month, language);
  switch (language) {
    case Language::kGerman:
      return fmt::format("{}. {}", w.day, month);
    case Language::kSpanish:
      return fmt::format("{} de {}", w.day, month);
    default:
      return fmt::format("{} {}", w.day, month);
  }
}

std::string WeekdayInText(Seconds time, Language language) {
  return std::string(LongDay(Wall(time, 0).weekday, language));
}

std::string LongMoment(Seconds time, int zone_minutes, Language language) {
  const WallTime w = Wall(time, zone_minutes);
  const std::string_view day = LongDay(w.weekday, language);
  const std::string_view month = LongMonth(w.month, language);
  switch (language) {
    case Language::kEnglish:
      return fmt::format("{}, {} {}, {} {}:{:02} {}", day, month, w.day, w.year,
                         w.hour % 12 == 0 ? 12 : w.hour % 12, w.minute, w.hour < 12 ? "AM" : "PM");
    case Language::kGerman:
      return fmt::format("{}, {}. {} {} {:02}:{:02}", day, w.day, month, w.year, w.hour, w.minute);
    case Language::kSpanish:
      return fmt::format("{}, {} de {} de {} {:02}:{:02}", day, w.day, month, w.year, w.hour,
                         w.minute);
    default:
      return fmt::format("{} {} {} {} {:02}:{:02}", day, w.day, month, w.year, w.hour, w.minute);
  }
}

std::string ShortMoment(Seconds time, int zone_minutes, Language language) {
  const WallTime w = Wall(time, zone_minutes);
  switch (language) {
    case Language::kEnglish:
      return fmt::format("{} {} {} at {:02}:{:02}", w.day,
                         kMonths[static_cast<size_t>(w.month - 1)], w.year, w.hour, w.minute);
    case Language::kGerman:
      return fmt::format("{:02}.{:02}.{} um {:02}:{:02}", w.day, w.month, w.year, w.hour, w.minute);
    case Language::kFrench:
      return fmt::format("{:02}/{:02}/{} à {:02}:{:02}", w.day, w.month, w.year, w.hour, w.minute);
    default:
      return fmt::format("{:02}/{:02}/{} a las {:02}:{:02}", w.day, w.month, w.year, w.hour,
                         w.minute);
  }
}

}  // namespace threadlint::bench
