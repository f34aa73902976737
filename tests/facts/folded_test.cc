#include "facts/folded.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace threadlint::facts {
namespace {

// What stands in `text` where the folded `part` was found.
std::string_view Original(std::string_view text, std::string_view part) {
  const Folded folded = FoldWithPlaces(text, 0);
  const size_t at = folded.text.find(part);
  REQUIRE(at != std::string::npos);
  const uint32_t begin = folded.Begin(at);
  return text.substr(begin, folded.End(at + part.size()) - begin);
}

TEST_CASE("case, accents and typography are levelled, blanks are single") {
  CHECK(FoldWithPlaces("  The\t caf\xc3\xa9 \n\n\xe2\x80\x9cL\xc3\xbc"
                       "becker\xe2\x80\x9d  ",
                       0)
            .text == "the cafe \"lubecker\"");
  CHECK(FoldWithPlaces("I\xe2\x80\x99m\xc2\xa0sure", 0).text == "i'm sure");
  CHECK(FoldWithPlaces("cafe\xcc\x81", 0).text == "cafe");  // a combining accent
  CHECK(FoldWithPlaces("", 0).text.empty());
  CHECK(FoldWithPlaces(" \n ", 0).text.empty());
}

TEST_CASE("every range leads back to what was written") {
  constexpr std::string_view kText =
      " Stra\xc3\x9f"
      "e \xe2\x80\xa6 Caf\xc3\xa9   N\xc2\xba 5 ";
  CHECK(Original(kText, "strasse") ==
        "Stra\xc3\x9f"
        "e");
  CHECK(Original(kText, "...") == "\xe2\x80\xa6");
  CHECK(Original(kText, ".") == "\xe2\x80\xa6");  // a part of a character is all of it
  CHECK(Original(kText, "cafe") == "Caf\xc3\xa9");
  CHECK(Original(kText, "5") == "5");
  CHECK(Original(" a   b ", "a b") == "a   b");
}

TEST_CASE("there is a place for every byte, and for the end; the offset is in all of them") {
  constexpr std::string_view kText = " A\xc3\xa9 z ";
  const Folded folded = FoldWithPlaces(kText, 100);
  CHECK(folded.text == "ae z");
  REQUIRE(folded.at.size() == folded.text.size() + 1);
  REQUIRE(folded.ends.size() == folded.text.size());
  CHECK(folded.Begin(0) == 101);
  CHECK(folded.End(1) == 102);
  CHECK(folded.Begin(1) == 102);
  CHECK(folded.End(2) == 104);
  CHECK(folded.End(4) == 106);
  CHECK(folded.Begin(4) == 100 + kText.size());
  CHECK(folded.End(0) == folded.Begin(0));
  CHECK(FoldWithPlaces("", 7).Begin(0) == 7);
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
  const Folded folded = FoldWithPlaces("a\xff\xc3", 0);
  CHECK(folded.text.starts_with("a"));
  CHECK(folded.at.size() == folded.text.size() + 1);
  CHECK(folded.at.back() == 3);
}

}  // namespace
}  // namespace threadlint::facts
