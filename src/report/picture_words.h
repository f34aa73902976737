// Dates and times of the picture and its table.
#pragma once

#include <threadlint/report.h>

#include <cstdint>
#include <string>

namespace threadlint::report {

std::string PictureDay(const Message& m, int zone_minutes);   // "3 May"; empty without a date
std::string PictureTime(const Message& m, int zone_minutes);  // "14:05"; empty without a date

// "12 days", "about 5 months", "about 2 years": from three days on.
std::string WaitWords(int64_t seconds);

}  // namespace threadlint::report
