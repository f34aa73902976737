#include "util/count_byte.h"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace threadlint::util {
namespace internal {

size_t CountBytePortable(std::string_view text, char byte) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), byte));
}

}  // namespace internal

#if defined(__SSE2__)
size_t CountByte(std::string_view text, char byte) {
  constexpr size_t kLanes = 16;
  constexpr size_t kMost = 255;  // of what a lane of one byte can count
  const __m128i wanted = _mm_set1_epi8(byte);
  __m128i total = _mm_setzero_si128();
  const char* p = text.data();
  size_t left = text.size() / kLanes;
  while (left > 0) {
    const size_t now = std::min(left, kMost);
    __m128i lanes = _mm_setzero_si128();
    for (const char* const end = p + now * kLanes; p != end; p += kLanes) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
      lanes = _mm_sub_epi8(lanes, _mm_cmpeq_epi8(bytes, wanted));  // equal is -1
    }
    total = _mm_add_epi64(total, _mm_sad_epu8(lanes, _mm_setzero_si128()));
    left -= now;
  }
  const auto sum = static_cast<size_t>(_mm_cvtsi128_si64(total)) +
                   static_cast<size_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(total, total)));
  return sum + internal::CountBytePortable(text.substr(text.size() / kLanes * kLanes), byte);
}
#else
size_t CountByte(std::string_view text, char byte) {
  return internal::CountBytePortable(text, byte);
}
#endif

}  // namespace threadlint::util
