#include "util/find_bytes.h"

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace threadlint::util {
namespace internal {

size_t FindBytesPortable(std::string_view haystack, std::string_view needle, size_t from) {
  if (from > haystack.size() || needle.size() > haystack.size() - from) {
    return std::string_view::npos;
  }
  if (needle.empty()) return from;
  const char* const start = haystack.data();
  const size_t last_start = haystack.size() - needle.size();
  for (size_t i = from; i <= last_start; ++i) {
    const void* hit = std::memchr(start + i, needle[0], last_start - i + 1);
    if (hit == nullptr) break;
    i = static_cast<size_t>(static_cast<const char*>(hit) - start);
    if (std::memcmp(start + i, needle.data(), needle.size()) == 0) return i;
  }
  return std::string_view::npos;
}

}  // namespace internal

#if defined(__SSE2__)
namespace {

// Bit k is set if the needle's first byte stands at p[k] and its last at q[k], k in 0..15.
inline __m128i BothEnds(const char* p, const char* q, __m128i first, __m128i last) {
  const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(q));
  return _mm_and_si128(_mm_cmpeq_epi8(a, first), _mm_cmpeq_epi8(b, last));
}

inline uint64_t Mask(__m128i v) { return static_cast<uint64_t>(_mm_movemask_epi8(v)); }

}  // namespace

size_t FindBytes(std::string_view haystack, std::string_view needle, size_t from) {
  // An empty haystack may have no address to count from.
  if (needle.size() < 2 || haystack.empty()) {
    return internal::FindBytesPortable(haystack, needle, from);
  }
  const size_t n = haystack.size();
  const size_t tail = needle.size() - 1;
  const char* const p = haystack.data();
  const char* const q = p + tail;
  const __m128i first = _mm_set1_epi8(needle.front());
  const __m128i last = _mm_set1_epi8(needle.back());
  size_t i = from;
  for (; i < n && n - i >= 64 + tail; i += 64) {
    const __m128i v0 = BothEnds(p + i, q + i, first, last);
    const __m128i v1 = BothEnds(p + i + 16, q + i + 16, first, last);
    const __m128i v2 = BothEnds(p + i + 32, q + i + 32, first, last);
    const __m128i v3 = BothEnds(p + i + 48, q + i + 48, first, last);
    const __m128i any = _mm_or_si128(_mm_or_si128(v0, v1), _mm_or_si128(v2, v3));
    if (_mm_movemask_epi8(any) == 0) continue;
    uint64_t bits = Mask(v0) | Mask(v1) << 16 | Mask(v2) << 32 | Mask(v3) << 48;
    for (; bits != 0; bits &= bits - 1) {
      const size_t at = i + static_cast<size_t>(std::countr_zero(bits));
      if (std::memcmp(p + at, needle.data(), needle.size()) == 0) return at;
    }
  }
  return internal::FindBytesPortable(haystack, needle, i);
}
#else
size_t FindBytes(std::string_view haystack, std::string_view needle, size_t from) {
  return internal::FindBytesPortable(haystack, needle, from);
}
#endif

}  // namespace threadlint::util
