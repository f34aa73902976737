// Bytes to a descriptor, all of them.
#pragma once

#include <string_view>

namespace threadlint::util {

// 0, or the errno for which the rest did not arrive. An interrupted write goes on.
int WriteAll(int descriptor, std::string_view bytes);

}  // namespace threadlint::util
