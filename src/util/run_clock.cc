#include "util/run_clock.h"

#include <ctime>
#include <sys/resource.h>

namespace threadlint::util {
namespace {

double Read(clockid_t clock) {
  constexpr double kNanosecond = 1e-9;
  timespec time{};
  if (clock_gettime(clock, &time) != 0) return 0;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * kNanosecond;
}

}  // namespace

RunTime RunTime::Now() { return {Read(CLOCK_MONOTONIC), Read(CLOCK_PROCESS_CPUTIME_ID)}; }

uint64_t PeakMemory() {
  constexpr uint64_t kUnit = 1024;  // of ru_maxrss, on Linux
  rusage usage{};
  return getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<uint64_t>(usage.ru_maxrss) * kUnit : 0;
}

}  // namespace threadlint::util
