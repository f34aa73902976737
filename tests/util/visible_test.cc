#include "util/visible.h"

#include <doctest/doctest.h>

namespace threadlint::util {
namespace {

using namespace std::string_view_literals;

TEST_CASE("what could act or hide is shown") {
  struct {
    std::string_view text, shown;
  } const rows[] = {
      {"plain text, Grüße, 日本", "plain text, Grüße, 日本"},
      {"a\tb", "a b"},
      {"\x1B[31mred", "\\x1b[31mred"},
      {"a\nb\r", "a\\x0ab\\x0d"},
      {"\0\x7F"sv, "\\x00\\x7f"},
      {"\xC2\x9B", "\\x9b"},                             // C1 CSI
      {"\xE2\x80\xAEgpj.exe", "\\u202egpj.exe"},         // right-to-left override
      {"\xE2\x81\xA6x\xE2\x81\xA9", "\\u2066x\\u2069"},  // isolates
      {"pay\xE2\x80\x8Bpal", "pay\\u200bpal"},
      {"\xE2\x80\xA8", "\\u2028"},
      {"\xEF\xBB\xBF", "\\ufeff"},
      {"\xF3\xA0\x81\x81", "\\U000e0041"},  // tag letter
      {"\xFF", "\\xff"},
      {"\xE2\x82", "\\xe2\\x82"},
      {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},                          // a real U+FFFD stays
      {"\xE2\x9D\xA4\xEF\xB8\x8F", "\xE2\x9D\xA4\xEF\xB8\x8F"},  // so does a red heart
      {"back\\slash", "back\\slash"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.shown);
    CHECK(MakeVisible(row.text) == row.shown);
    CHECK(MakeVisible(MakeVisible(row.text)) == row.shown);
  }
  CHECK(MakeVisible("a\n\tb\r", true) == "a\n b\\x0d");
}

TEST_CASE("what build services take for commands is shown") {
  const struct {
    std::string text, shown;
  } rows[] = {
      {"std::string at 10:30, ##", "std::string at 10:30, ##"},
      {"::error file=x::y", "\\x3a:error file=x::y"},
      {"see ::add-mask::x", "see \\x3a:add-mask::x"},
      {":::error", "\\x3a::error"},
      {"a ##[error]b", "a \\x23#[error]b"},
      {"###[x##vso[task.complete]", "#\\x23#[x\\x23#vso[task.complete]"},
  };
  for (const auto& row : rows) {
    CHECK(DisarmCommands(row.text) == row.shown);
    CHECK(DisarmCommands(row.shown) == row.shown);
  }
}

}  // namespace
}  // namespace threadlint::util
