// The findings of a report in numbers, as every format gives them.
#pragma once

#include <threadlint/report.h>

#include <cstdint>

namespace threadlint::report {

struct Tally {
  // By severity, without those that are suppressed.
  uint64_t errors = 0, warnings = 0, notes = 0;
  uint64_t suppressed = 0;
  // How those that are not suppressed stand to the baseline; all 0 without one.
  uint64_t fresh = 0, updated = 0, unchanged = 0;
};
Tally TallyOf(const Report& report);

}  // namespace threadlint::report
