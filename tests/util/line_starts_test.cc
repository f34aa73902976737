#include "util/line_starts.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using threadlint::util::FindLineWith;
using threadlint::util::FindLineWithout;

namespace {

size_t Expected(std::string_view text, std::string_view bytes, bool among, size_t from) {
  for (size_t at = text.find('\n', from); at < text.size(); at = text.find('\n', at + 1))
    if (at + 1 < text.size() && (bytes.find(text[at + 1]) != bytes.npos) == among) return at + 1;
  return text.size();
}

}  // namespace

TEST_CASE("lines are found by their first byte") {
  CHECK(FindLineWith<'F'>("From\nTo\nFrom\n", 0) == 8);
  CHECK(FindLineWith<'F', 'T'>("From\nTo\nFrom\n", 0) == 5);
  CHECK(FindLineWith<'F', 'T'>("From\nTo\nFrom\n", 5) == 8);
  CHECK(FindLineWith<'\n'>("a\n\nb", 0) == 2);
  CHECK(FindLineWithout<' ', '\t'>("a: b\n c\n\td\ne: f", 0) == 11);
}

TEST_CASE("behind the last line end there is no line, and before the start none is looked for") {
  CHECK(FindLineWith<'F'>("", 0) == 0);
  CHECK(FindLineWith<'F'>("Fa", 0) == 2);
  CHECK(FindLineWith<'F'>("\nFa", 1) == 3);
  CHECK(FindLineWith<'F'>("a\n", 0) == 2);
  CHECK(FindLineWithout<'F'>("a\n", 0) == 2);
  CHECK(FindLineWithout<'F'>("a\nb", 7) == 3);
}

TEST_CASE("every line of a long text is found, wherever the text ends") {
  std::string text;
  uint32_t state = 11;
  for (int i = 0; i < 2000; ++i) {
    state = state * 1664525U + 1013904223U;
    text += "ab \n\tcF\r"[state >> 29];
  }
  for (const size_t length : {1UL, 16UL, 32UL, 33UL, 34UL, 64UL, 65UL, 99UL, text.size()}) {
    const std::string exact = text.substr(0, length);  // own allocation: overreads show in ASan
    for (size_t from = 0; from < length; from += 1 + from / 50) {
      REQUIRE(FindLineWith<'\n', '\r', 'F'>(exact, from) == Expected(exact, "\n\rF", true, from));
      REQUIRE(FindLineWithout<' ', '\t'>(exact, from) == Expected(exact, " \t", false, from));
    }
  }
}
