#pragma once

#include "prng.h"

#include <string>
#include <string_view>

namespace threadlint::bench {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view kLetters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

inline std::string Code(Prng& prng, std::string_view alphabet, size_t length) {
  std::string out;
  for (size_t i = 0; i < length; ++i) out += prng.Pick(alphabet);
  return out;
}

// The form with each # a digit and each @ a capital letter or digit.
inline std::string FillForm(Prng& prng, std::string_view form) {
  std::string out(form);
  for (char& c : out) {
    if (c == '#') c = prng.Pick(kDigits);
    if (c == '@') c = prng.Pick(kCapitals);
  }
  return out;
}

// Base64 of pseudo-random bytes: appended without line ends. A 64-bit number gives ten characters.
inline void AppendNoise(Prng& prng, size_t length, std::string& out) {
  while (length > 0) {
    uint64_t bits = prng.Next();
    for (int i = 0; i < 10 && length > 0; ++i, --length) {
      out += kBase64[bits & 63U];
      bits >>= 6U;
    }
  }
}

}  // namespace threadlint::bench
