// A fast keyed 64-bit hash for tables. The key is new in every process, so that nobody can write
// mail whose ids all fall into one bucket; values must therefore never reach a report.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::util {

uint64_t HashBytes(std::string_view bytes);

// Hashes a string_view for the standard containers, with the same key.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return static_cast<size_t>(HashBytes(s)); }
};

}  // namespace threadlint::util
