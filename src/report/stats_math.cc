#include "report/stats_math.h"

#include <algorithm>
#include <cmath>

namespace threadlint::report {

Interval Wilson(uint64_t with, uint64_t of) {
  if (of == 0) return {};
  constexpr double kZ = 1.959963984540054;  // of 95 %, two-sided
  const auto n = static_cast<double>(of);
  const double share = static_cast<double>(with) / n, square = kZ * kZ;
  const double middle = (share + square / (2 * n)) / (1 + square / n);
  const double half =
      kZ / (1 + square / n) * std::sqrt(share * (1 - share) / n + square / (4 * n * n));
  // Rounding must not take the share out of its own interval.
  return {with == 0 ? 0 : std::max(0.0, middle - half),
          with == of ? 1 : std::min(1.0, middle + half)};
}

std::optional<int64_t> Median(std::vector<int64_t> values) {
  if (values.empty()) return std::nullopt;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) return *middle;
  const int64_t below = *std::max_element(values.begin(), middle);
  return below + (*middle - below) / 2;
}

}  // namespace threadlint::report
