// UTF-8 by RFC 3629: shortest form, no surrogates, up to U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::util {

bool IsValidUtf8(std::string_view s);
bool IsAscii(std::string_view s);
// Bytes before the first that is not ASCII.
size_t AsciiLength(std::string_view s);

// The code point at s[pos], and moves pos behind it. Invalid bytes give U+FFFD and move by the
// length of the maximal ill-formed subsequence (Unicode 15, section 3.9), at least 1.
char32_t DecodeUtf8(std::string_view s, size_t& pos);
void AppendUtf8(char32_t code_point, std::string& out);

// Replaces what is invalid by U+FFFD.
std::string MakeValidUtf8(std::string_view s);

// Columns a terminal uses for it: combining marks 0, East Asian wide 2, controls 0.
size_t DisplayWidth(std::string_view s);

}  // namespace threadlint::util
