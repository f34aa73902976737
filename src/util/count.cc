#include "util/count.h"

#include <fmt/format.h>

namespace threadlint::util {

std::string Count(uint64_t n, std::string_view singular) {
  return fmt::format("{} {}{}", n, singular, n == 1 ? "" : "s");
}

}  // namespace threadlint::util
