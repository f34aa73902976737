#include "util/hash.h"

#include <cstring>
#include <random>

namespace threadlint::util {
namespace {

__extension__ using Wide = unsigned __int128;

uint64_t FoldedMultiply(uint64_t a, uint64_t b) {
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

uint64_t Load(const char* p, size_t n) {
  uint64_t v = 0;
  std::memcpy(&v, p, n);
  return v;
}

struct Key {
  uint64_t a, b;
};

Key NewKey() {
  std::random_device device;
  const auto draw = [&] { return (uint64_t{device()} << 32 | device()) | 1; };
  const uint64_t a = draw();
  return {a, draw()};
}

uint64_t Hash(std::string_view s, const Key& key) {
  uint64_t h = key.a ^ s.size();
  const char* p = s.data();
  size_t n = s.size();
  for (; n >= 16; p += 16, n -= 16) h = FoldedMultiply(Load(p, 8) ^ h, Load(p + 8, 8) ^ key.b);
  if (n >= 8) {
    h = FoldedMultiply(Load(p, 8) ^ h, Load(p + 8, n - 8) ^ key.b);
  } else if (n > 0) {
    h = FoldedMultiply(Load(p, n) ^ h, key.b);
  }
  return FoldedMultiply(h ^ key.b, key.a);
}

}  // namespace

uint64_t HashBytes(std::string_view s) {
  static const Key key = NewKey();
  return Hash(s, key);
}

uint64_t StableHash(std::string_view s) {
  constexpr Key kKey = {0x9E3779B97F4A7C15, 0xD1B54A32D192ED03};  // odd, of no further meaning
  return Hash(s, kKey);
}

}  // namespace threadlint::util
