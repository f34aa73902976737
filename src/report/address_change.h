// Two addresses, one under the other, the difference marked.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::report {

// A line of blanks and '^' that stands under `after` and marks what differs from `before`: what
// lies between their common beginning and their common end. Counts display columns. Empty where
// `after` holds nothing that `before` does not.
std::string MarkDifference(std::string_view before, std::string_view after);

}  // namespace threadlint::report
