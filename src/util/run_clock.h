// Clocks to measure the program itself with. Nothing that is found depends on them.
#pragma once

#include <cstdint>

namespace threadlint::util {

struct RunTime {
  double seconds = 0;      // of a clock that is never set
  double cpu_seconds = 0;  // of all threads of this process, since it began
  static RunTime Now();
};

// The most that this process held in memory, in bytes; 0 if the system does not say.
uint64_t PeakMemory();

}  // namespace threadlint::util
