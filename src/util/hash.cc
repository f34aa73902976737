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
  Key() {
    std::random_device device;
    a = (uint64_t{device()} << 32 | device()) | 1;
    b = (uint64_t{device()} << 32 | device()) | 1;
  }
};

}  // namespace

uint64_t HashBytes(std::string_view s) {
  static const Key key;
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

}  // namespace threadlint::util
