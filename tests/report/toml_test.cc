#include "report/toml.h"

#include <doctest/doctest.h>

namespace threadlint::report {
namespace {

TEST_CASE("a TOML string says the text and does nothing to a terminal") {
  CHECK(TomlString("support@shop.example") == "\"support@shop.example\"");
  CHECK(TomlString("") == "\"\"");
  CHECK(TomlString("a\"b\\c") == "\"a\\\"b\\\\c\"");
  CHECK(TomlString("\x1b[31m\x7f") == "\"\\U0000001b[31m\\U0000007f\"");
  CHECK(TomlString("a\xe2\x80\xae"
                   "b") == "\"a\\U0000202eb\"");  // right-to-left override
  CHECK(TomlString("Gr\xc3\xbc\xc3\x9f"
                   "e") ==
        "\"Gr\xc3\xbc\xc3\x9f"
        "e\"");
  CHECK(TomlString("a\xff").empty());
}

}  // namespace
}  // namespace threadlint::report
