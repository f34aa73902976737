#include "util/count_byte.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using threadlint::util::CountByte;
using threadlint::util::internal::CountBytePortable;

TEST_CASE("a byte is counted wherever it stands") {
  CHECK(CountByte("", '\n') == 0);
  CHECK(CountByte("\n", '\n') == 1);
  CHECK(CountByte("a\nb\n\nc", '\n') == 3);
  CHECK(CountByte("\xFF\x7F\x80", '\xFF') == 1);
}

TEST_CASE("more of it than a byte can count") {
  for (const size_t size : {4079U, 4080U, 4081U, 4096U, 10000U, 100003U}) {
    CHECK(CountByte(std::string(size, '\n'), '\n') == size);
    CHECK(CountByte(std::string(size, 'n'), '\n') == 0);
  }
}

TEST_CASE("both ways count the same, whatever the beginning and the length") {
  std::string text;
  uint32_t state = 5;
  for (size_t i = 0; i < 9000; ++i) {
    state = state * 1664525 + 1013904223;
    text += "ab\n\x8A"[state >> 30];
  }
  for (size_t begin = 0; begin < 40; ++begin)
    for (size_t size = 0; size < 70; ++size) {
      const std::string_view part = std::string_view(text).substr(begin, size);
      CHECK(CountByte(part, '\n') == CountBytePortable(part, '\n'));
    }
  CHECK(CountByte(text, '\n') == CountBytePortable(text, '\n'));
}
