// Numbers and points in time as options give them. All return false for what is neither.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::cli {

// Digits only, all of them.
bool ParseNumber(std::string_view text, uint64_t& out);

// "2024-05-03" or "2024-05-03T14:00[:00][Z]", UTC, as seconds since 1970. A day without a time is
// its first second, or its last.
bool ParseBegin(std::string_view text, int64_t& out);
bool ParseEnd(std::string_view text, int64_t& out);

}  // namespace threadlint::cli
