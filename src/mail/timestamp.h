// A point in time as a mail header states it.
#pragma once

#include <cstdint>

namespace threadlint::mail {

struct Timestamp {
  int64_t seconds = 0;         // since 1970-01-01T00:00:00Z; negative before
  int16_t offset_minutes = 0;  // zone east of UTC
  bool has_zone = false;       // "-0000", no zone and unknown zone names: false, offset 0
  bool valid = false;
  bool operator==(const Timestamp&) const = default;
};

}  // namespace threadlint::mail
