// Numbers of things in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace threadlint::util {

// "1 mail", "2 mails".
std::string Count(uint64_t n, std::string_view singular);

}  // namespace threadlint::util
