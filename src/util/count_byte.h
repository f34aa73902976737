// Counts one byte at memory speed.
#pragma once

#include <cstddef>
#include <string_view>

namespace threadlint::util {

// How often `byte` stands in `text`: 16 places at a time (SSE2, part of every x86-64).
size_t CountByte(std::string_view text, char byte);

namespace internal {
// The way taken where SSE2 is missing; public so that a test holds both to the same answers.
size_t CountBytePortable(std::string_view text, char byte);
}  // namespace internal

}  // namespace threadlint::util
