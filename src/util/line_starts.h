// Search for lines by their first byte, at memory speed: header lines are short, and a call a line
// would cost more than their bytes do.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace threadlint::util {
namespace internal {

template <bool kAmong, char... kBytes>
size_t FindLineStartPortable(std::string_view text, size_t from) {
  for (size_t i = from; i + 1 < text.size(); ++i)
    if (text[i] == '\n' && ((text[i + 1] == kBytes) || ...) == kAmong) return i + 1;
  return text.size();
}

#if defined(__SSE2__)
// Bit k is set if p[k] is an LF and p[k + 1] one of the bytes (or none of them), k in 0..15.
template <bool kAmong, char... kBytes>
uint64_t LineStarts(const char* p) {
  const auto load = [](const char* at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  };
  const __m128i next = load(p + 1);
  __m128i among = _mm_setzero_si128();
  ((among = _mm_or_si128(among, _mm_cmpeq_epi8(next, _mm_set1_epi8(kBytes)))), ...);
  const __m128i line_end = _mm_cmpeq_epi8(load(p), _mm_set1_epi8('\n'));
  const __m128i hit = kAmong ? _mm_and_si128(line_end, among) : _mm_andnot_si128(among, line_end);
  return static_cast<uint64_t>(_mm_movemask_epi8(hit));
}

template <bool kAmong, char... kBytes>
size_t FindLineStart(std::string_view text, size_t from) {
  size_t i = from;
  for (; i < text.size() && text.size() - i > 32; i += 32) {
    const char* const p = text.data() + i;
    const uint64_t bits = LineStarts<kAmong, kBytes...>(p) | LineStarts<kAmong, kBytes...>(p + 16)
                                                                 << 16;
    if (bits != 0) return i + static_cast<size_t>(std::countr_zero(bits)) + 1;
  }
  return FindLineStartPortable<kAmong, kBytes...>(text, i);
}
#else
template <bool kAmong, char... kBytes>
size_t FindLineStart(std::string_view text, size_t from) {
  return FindLineStartPortable<kAmong, kBytes...>(text, from);
}
#endif

}  // namespace internal

// First place behind an LF at or behind `from` that holds one of the bytes; text.size() if none.
template <char... kBytes>
size_t FindLineWith(std::string_view text, size_t from) {
  return internal::FindLineStart<true, kBytes...>(text, from);
}

// The same for a byte that is none of them.
template <char... kBytes>
size_t FindLineWithout(std::string_view text, size_t from) {
  return internal::FindLineStart<false, kBytes...>(text, from);
}

}  // namespace threadlint::util
