#pragma once

#include "language.h"
#include "util/civil_time.h"

#include <cstdint>
#include <string>

namespace threadlint::bench {

using Seconds = int64_t;  // since 1970, UTC
constexpr Seconds kMinute = util::kSecondsPerMinute;
constexpr Seconds kDay = util::kSecondsPerDay;

std::string DateField(Seconds time, int zone_minutes);  // Mon, 22 Apr 2024 09:14:00 +0100
std::string SeparatorDate(Seconds time);                // Mon Apr 22 08:14:00 2024
// As people write a day: 22 April, am 22. April, le 22 avril.
std::string DayInText(Seconds time, Language language);
std::string WeekdayInText(Seconds time, Language language);
// The head of a quotation: "Monday, April 22, 2024 9:14 AM" and "22 Apr 2024 at 09:14".
std::string LongMoment(Seconds time, int zone_minutes, Language language);
std::string ShortMoment(Seconds time, int zone_minutes, Language language);

}  // namespace threadlint::bench
