// Which findings are reported, and which of them make a run fail.
#pragma once

#include "verdict/confidence.h"
#include "verdict/verdict.h"

#include <cstddef>
#include <vector>

namespace threadlint::verdict {

struct Shown {
  std::vector<Selector> show;     // --show
  std::vector<Selector> fail_on;  // --fail-on
  ConfidenceFloor floor;          // --min-confidence, whatever the other two say
};

// Takes out of the report what is not shown, and counts it there. What makes the run fail is shown
// in any event. Returns how many findings make it fail.
size_t KeepShown(const Shown& shown, Report& report);

}  // namespace threadlint::verdict
