// Substring search at memory speed for short needles.
#pragma once

#include <cstddef>
#include <string_view>

namespace threadlint::util {

// First place of `needle` in `haystack` at or behind `from`; npos if none. Bytes, no folding.
// Compares the needle's first and last byte 64 places at a time (SSE2, part of every x86-64;
// elsewhere memchr), so it is made for needles of some 2 to 16 bytes whose ends are rare together:
// the worst case is haystack times needle.
size_t FindBytes(std::string_view haystack, std::string_view needle, size_t from = 0);

namespace internal {
// The way taken where SSE2 is missing; public so that a test holds both to the same answers.
size_t FindBytesPortable(std::string_view haystack, std::string_view needle, size_t from);
}  // namespace internal

}  // namespace threadlint::util
