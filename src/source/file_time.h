// Modification times in one number.
#pragma once

#include <cstdint>
#include <sys/stat.h>

namespace threadlint::source {

// Nanoseconds since 1970.
inline int64_t ModifiedNs(const struct stat& status) {
  return int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

}  // namespace threadlint::source
