// The charset labels that mail uses, and the converter each stands for.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::util {

enum class CharsetKind : uint8_t {
  kUtf8,
  kAscii,        // stated or implied 7-bit: 8-bit bytes are guessed
  kWindows1252,  // ours, without ICU
  kSingleByte,   // ICU; every byte one character
  kMultiByte,    // ICU; ASCII bytes stand for themselves
  kStateful,     // ICU; ASCII bytes may stand for something else (ISO-2022, UTF-7, UTF-16)
};

struct Charset {
  std::string_view key;  // label in lower case, letters and digits only
  CharsetKind kind;
  const char* converter;  // ICU's name; nullptr where ICU is not asked
};

// Row for a label in any spelling; nullptr if it is not on the list. An empty label and the words
// for "none" (unknown-8bit, RFC 1428) give the row of US-ASCII.
const Charset* FindCharset(std::string_view label);

// Place of the row in the table, below kCharsetCount: a key for caches.
inline constexpr int kCharsetCount = 245;
int CharsetIndex(const Charset& charset);

}  // namespace threadlint::util
