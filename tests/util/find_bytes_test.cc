#include "util/find_bytes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using threadlint::util::FindBytes;
using threadlint::util::internal::FindBytesPortable;

TEST_CASE("FindBytes gives the first place at or behind the start") {
  struct Row {
    std::string_view haystack, needle;
    size_t from, expected;
  };
  const size_t npos = std::string_view::npos;
  const std::vector<Row> rows = {
      {"", "", 0, 0},           {"", "a", 0, npos},
      {"abc", "", 2, 2},        {"abc", "", 4, npos},
      {"abc", "abcd", 0, npos}, {"abcabc", "abc", 1, 3},
      {"abcabc", "c", 3, 5},    {"aXab", "ab", 0, 2},
      {"abc", "bc", 9, npos},   {"\nFro", "From", 0, npos},
      {"FFrom", "From", 0, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.haystack);
    CAPTURE(row.needle);
    CHECK(FindBytes(row.haystack, row.needle, row.from) == row.expected);
    CHECK(FindBytesPortable(row.haystack, row.needle, row.from) == row.expected);
  }
}

TEST_CASE("FindBytes sees every place of a long text, as the standard search does") {
  // A text over few letters, so that needles match often, begin often and overlap block edges.
  std::string text;
  uint32_t state = 7;
  for (int i = 0; i < 3000; ++i) {
    state = state * 1664525U + 1013904223U;
    text += "Frm\n"[state >> 30];
  }
  for (const std::string_view needle : {"Fm", "\nF", "mFr", "\n\n\n", "FrmF", "rrrrr", "Fr\nmm"}) {
    for (size_t length :
         {size_t{0}, size_t{63}, size_t{64}, size_t{65}, size_t{130}, text.size()}) {
      const std::string exact = text.substr(0, length);  // own allocation: overreads show in ASan
      for (size_t at = 0;;) {
        const size_t expected = exact.find(needle, at);
        REQUIRE(FindBytes(exact, needle, at) == expected);
        REQUIRE(FindBytesPortable(exact, needle, at) == expected);
        if (expected == std::string::npos) break;
        at = expected + 1;
      }
    }
  }
}

TEST_CASE("FindBytes takes NUL and bytes above 127 as any other") {
  std::string text(200, '\0');
  text.replace(150, 3, "\xff\0\x80", 3);
  CHECK(FindBytes(text, std::string_view("\xff\0\x80", 3)) == 150);
}
