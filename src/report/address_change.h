// Two addresses, one under the other, the difference marked.
#pragma once

#include <threadlint/report.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::report {

// Bytes of a text.
struct TextRange {
  size_t begin = 0, length = 0;
};

// The break that a finding of family TL1 is about, if one thing stands there in place of another:
// where the tokens of two cases meet, neither was there before. Else null.
const Break* ChangeOf(const Report& report, const Finding& finding);

// What of `after` differs from `before`: what lies between their common beginning and their common
// end, whole tokens of it. Of length 0 where `after` holds nothing that `before` does not.
TextRange FindDifference(std::string_view before, std::string_view after);

// A line of blanks and '^' that stands under `after` and marks that difference. Counts display
// columns. Empty where there is none.
std::string MarkDifference(std::string_view before, std::string_view after);

}  // namespace threadlint::report
