// Where a text tells who somebody is: addresses and numbers. Names are another matter.
#pragma once

#include "verdict/redaction.h"

#include <string_view>
#include <vector>

namespace threadlint {

// In the order in which they stand; none overlap. Linear. Amounts, dates, times and measures are
// none.
std::vector<verdict::Secret> FindSecrets(std::string_view text);

}  // namespace threadlint
