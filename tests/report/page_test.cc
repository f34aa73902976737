#include "report/page.h"

#include "../support/text_output.h"
#include "report/address_change.h"
#include "report/json_writer.h"

#include <doctest/doctest.h>

namespace threadlint::report {
namespace {

TEST_CASE("the difference of two addresses is marked under the second") {
  const struct {
    const char *before, *after, *marks;
  } kTable[] = {
      {"cs+AAA@shop.example", "cs+BBB@shop.example", "   ^^^"},
      // The whole token is marked, though only one letter differs.
      {"cs+ABCD@shop.example", "cs+ABXD@shop.example", "   ^^^^"},
      {"cs+AAA@shop.example", "cs@shop.example", ""},
      {"cs@shop.example", "cs+AAA@shop.example", "  ^^^^"},
      {"cs+AAA@shop.example", "cs+AAA@other.example", "       ^^^^^"},
      {"a@x.example", "a@x.example", ""},
      {"", "a@x.example", "^^^^^^^^^^^"},
      {"cs+ä@x.example", "cs+ö@x.example", "   ^"},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.before);
    CAPTURE(row.after);
    CHECK(MarkDifference(row.before, row.after) == row.marks);
  }
}

TEST_CASE("paragraphs fit the width, words longer than it stay whole") {
  test::TextOutput out;
  const ReportOptions options{.width = 44};
  {
    Page page(options, out);
    page.Wrap("one two three four five six seven eight nine ten", 4);
    page.Wrap(std::string(60, 'x') + " y", 4);
    page.Wrap("", 4);
    page.Line("trailing   ");
  }
  CHECK(out.text == "    one two three four five six seven eight\n    nine ten\n    " +
                        std::string(60, 'x') + "\n    y\ntrailing\n");
}

TEST_CASE("columns count what a terminal shows") {
  CHECK(Fit("abc", 5) == "abc  ");
  CHECK(Fit("abcdef", 5) == "abcd…");
  CHECK(Fit("日本語", 5) == "日本…");
  CHECK(Shorten("abc", 3) == "abc");
}

TEST_CASE("colour only where it is wanted") {
  test::TextOutput out;
  const ReportOptions plain{.color = false}, colored{.color = true};
  CHECK(Page(plain, out).Color("x", Paint::kRed) == "x");
  CHECK(Page(colored, out).Color("x", Paint::kRed) == "\x1b[31mx\x1b[0m");
}

TEST_CASE("JSON strings hold anything") {
  test::TextOutput out;
  {
    JsonWriter json(out);
    json.BeginObject(true);
    json.Member("a\"b\\", std::string_view("\x01\x1f\x7f\n\t\0 \xff é", 11));
    json.Key("list");
    json.BeginArray();
    json.EndArray();
    json.EndObject();
  }
  CHECK(out.text ==
        "{\"a\\\"b\\\\\": \"\\u0001\\u001f\\u007f\\n\\t\\u0000 \xEF\xBF\xBD é\", "
        "\"list\": []}\n");
}

TEST_CASE("what acts on a terminal or ends a line is escaped in JSON, and nothing is lost") {
  test::TextOutput out;
  {
    JsonWriter json(out);
    json.BeginArray(true);
    json.String(
        "\xC2\x9B \xC2\x85 \xE2\x80\xA8 \xE2\x80\xAE \xEF\xBF\xBE \xF3\xA0\x81\x81 "
        "\xF0\x9F\x98\x80");
    json.EndArray();
  }
  CHECK(out.text ==
        "[\"\\u009b \\u0085 \\u2028 \\u202e \\ufffe \\udb40\\udc41 \xF0\x9F\x98\x80\"]\n");
}

}  // namespace
}  // namespace threadlint::report
