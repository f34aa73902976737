// Until when the thing that a sentence promises is to be done or to come.
#pragma once

#include "facts/reading.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadlint::facts {

struct Deadline {
  int64_t due = 0;        // seconds since 1970 UTC: afterwards it is late
  int64_t day = 0;        // the day that it falls on by the writer's clock, since 1970-01-01
  int64_t span = 0;       // seconds that the text names ("within 48 hours"); 0: it names a day
  TextRange at;           // what says so
  bool counted = false;   // in working days, of which holidays are not known
  bool doubtful = false;  // could mean a later day too
  bool exact = false;     // a time of day is named
};

// Of several the latest. Nothing if the sentence names no time to come. `written`: seconds since
// 1970 UTC; `zone_seconds`: the writer's clock, east of UTC.
std::optional<Deadline> DeadlineOf(const Reading& reading, uint32_t sentence, int64_t written,
                                   int32_t zone_seconds);

// Of "between 9 and 12.30" the 12; 0 if it has no number.
uint32_t LastHourIn(std::string_view text);

}  // namespace threadlint::facts
