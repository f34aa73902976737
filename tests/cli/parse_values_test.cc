#include "cli/parse_values.h"

#include <doctest/doctest.h>

namespace threadlint::cli {
namespace {

int64_t Begin(std::string_view text) {
  int64_t out = -1;
  return ParseBegin(text, out) ? out : -1;
}

int64_t End(std::string_view text) {
  int64_t out = -1;
  return ParseEnd(text, out) ? out : -1;
}

TEST_CASE("a day is its first second, or its last; a time is itself") {
  CHECK(Begin("1970-01-02") == 86400);
  CHECK(End("1970-01-02") == 2 * 86400 - 1);
  CHECK(Begin("1970-01-02T01:02:03Z") == 86400 + 3723);
  CHECK(End("1970-01-02T01:02:03Z") == 86400 + 3723);
  CHECK(Begin("1970-01-02 01:02") == 86400 + 3720);
  CHECK(Begin("2024-02-29") == 1709164800);
}

TEST_CASE("what is no day") {
  for (const char* text :
       {"", "May", "2024", "2024-13-01", "2024-02-30", "2023-02-29", "2024-05-00", "24-05-03",
        "2024-05-03T", "2024-05-03T25:00", "2024-05-03T10:00+02:00", "2024-05-03x", "2024/05/03"}) {
    CAPTURE(text);
    CHECK(Begin(text) == -1);
    CHECK(End(text) == -1);
  }
}

TEST_CASE("numbers are digits, all of them") {
  uint64_t out = 0;
  CHECK(ParseNumber("007", out));
  CHECK(out == 7);
  for (const char* text : {"", "-1", "+1", " 1", "1 ", "0x1", "1.5", "99999999999999999999"})
    CHECK(!ParseNumber(text, out));
}

}  // namespace
}  // namespace threadlint::cli
