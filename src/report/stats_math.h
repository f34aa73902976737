// Shares with what they leave open.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace threadlint::report {

struct Interval {
  double low = 0, high = 1;
};

// The score interval of Wilson (1927) for a share of which `with` of `of` were seen, 95 %, without
// correction for continuity. 0 to 1 where nothing was seen.
Interval Wilson(uint64_t with, uint64_t of);

// Of an even number the mean of the two in the middle, rounded down; none of none.
std::optional<int64_t> Median(std::vector<int64_t> values);

}  // namespace threadlint::report
