#include "util/utf8.h"

#include <doctest/doctest.h>

#include <vector>

namespace threadlint::util {
namespace {

TEST_CASE("UTF-8 is valid in shortest form only") {
  struct {
    std::string_view text;
    bool valid;
  } const rows[] = {
      {"", true},
      {"plain ASCII that is longer than a machine word", true},
      {"\xC3\xA9", true},
      {"\xE2\x82\xAC", true},
      {"\xF0\x9F\x98\x80", true},
      {"\xF4\x8F\xBF\xBF", true},
      {"\xF4\x90\x80\x80", false},  // above U+10FFFF
      {"\xC0\xAF", false},          // overlong
      {"\xE0\x80\xAF", false},
      {"\xED\xA0\x80", false},  // surrogate
      {"\x80", false},
      {"abcdefgh\xC3", false},  // cut
      {"\xC3\xA9xxxxxxxxxxxxxxxx\xE9", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(IsValidUtf8(row.text) == row.valid);
    CHECK(IsValidUtf8(MakeValidUtf8(row.text)));
    if (row.valid) CHECK(MakeValidUtf8(row.text) == row.text);
  }
}

TEST_CASE("damage costs one replacement for each maximal subpart") {
  CHECK(MakeValidUtf8("a\xF0\x9F\x98z") == "a\xEF\xBF\xBDz");
  CHECK(MakeValidUtf8("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(MakeValidUtf8("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("every code point survives the way out and back") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(c, text);
    size_t pos = 0;
    REQUIRE(DecodeUtf8(text, pos) == c);
    REQUIRE(pos == text.size());
  }
  std::string surrogate;
  AppendUtf8(0xD800, surrogate);
  CHECK(surrogate == "\xEF\xBF\xBD");
}

TEST_CASE("ASCII is told at any place of a word") {
  for (size_t size = 0; size < 20; ++size) {
    std::string text(size, 'x');
    CHECK(IsAscii(text));
    for (size_t i = 0; i < size; ++i) {
      std::string other = text;
      other[i] = '\x80';
      CHECK_FALSE(IsAscii(other));
    }
  }
}

TEST_CASE("width counts columns") {
  struct {
    std::string_view text;
    size_t width;
  } const rows[] = {
      {"abc", 3},
      {"caf\xC3\xA9", 4},
      {"cafe\xCC\x81", 4},              // combining acute
      {"\xE6\x97\xA5\xE6\x9C\xAC", 4},  // two ideographs
      {"\xEF\xBC\xA1", 2},              // full-width A
      {"\x1B\t", 0},
      {"\xE2\x80\x8B", 0},  // zero width space
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(DisplayWidth(row.text) == row.width);
  }
}

}  // namespace
}  // namespace threadlint::util
