#include "report/picture_words.h"

#include "util/civil_time.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace threadlint::report {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Beyond these a smaller unit says too much.
constexpr int64_t kDaysInWords = 60, kMonthsInWords = 24;

}  // namespace

std::string PictureDay(const Message& m, int zone_minutes) {
  if (m.date_source == DateSource::kNone) return {};
  const util::CivilDate date = util::CivilFromSeconds(m.date, zone_minutes).date;
  return fmt::format("{} {}", date.day, kMonths[date.month - 1]);
}

std::string PictureTime(const Message& m, int zone_minutes) {
  if (m.date_source == DateSource::kNone) return {};
  const util::CivilTime time = util::CivilFromSeconds(m.date, zone_minutes);
  return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

std::string WaitWords(int64_t seconds) {
  const int64_t days = seconds / util::kSecondsPerDay;
  if (days <= kDaysInWords) return fmt::format("{} days", days);
  const int64_t months = (days * 12 + 182) / 365;
  if (months < kMonthsInWords) return fmt::format("about {} months", months);
  return fmt::format("about {} years", (days + 182) / 365);
}

}  // namespace threadlint::report
