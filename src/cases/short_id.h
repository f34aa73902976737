// Names of cases and segments: short enough to type, the same after every export.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::cases {

// `prefix` and 7 characters made from the name of the oldest message; where two names of the list
// would be equal, both get as many characters more as it takes. Names are distinct.
std::vector<std::string> ShortIds(char prefix, const std::vector<std::string_view>& names);

}  // namespace threadlint::cases
