#include "value_shown.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace threadlint::facts {
namespace {

// In order, apart, within the text, and on the borders of characters.
void CheckRanges(std::string_view text) {
  size_t end = 0;
  const std::vector<Value> values = ReadValues(text, MailOfMay());
  CHECK(values.size() <= kMostValues);
  for (const Value& value : values) {
    REQUIRE(value.begin >= end);
    REQUIRE(value.length > 0);
    end = size_t{value.begin} + value.length;
    REQUIRE(end <= text.size());
  }
}

constexpr ShownRow kSentences[] = {
    {"", ""},
    {"I ordered a kettle and it never came.", ""},
    {"On 3 May at 4:12pm I paid \xC2\xA3"
     "1,840.00 for order HK-77120; call 07700 900118.",
     "date 3 May|time 4:12pm|amount \xC2\xA3"
     "1,840.00|id HK-77120|phone 07700 900118"},
    {"Ich habe am 12.03.2026 um 16.30 Uhr 19,90 EUR gezahlt, in 3 Werktagen kommt es.",
     "date 12.03.2026|time 16.30 Uhr|amount 19,90 EUR|duration 3 Werktagen"},
    {"Le 3 mai j'ai pay\xC3\xA9 19,90 \xE2\x82\xAC pour deux semaines.",
     "date 3 mai|amount 19,90 \xE2\x82\xAC|duration deux semaines"},
    {"Mi pedido 229174 lleg\xC3\xB3 el 3 de mayo con 5 kg menos.",
     "id 229174|date 3 de mayo|measure 5 kg"},
    {"It ends in 4471, has 230V and v4.2, and is 20% off until Friday.",
     "card 4471|measure 230V|version v4.2|percent 20%|date Friday"},
    {"Your order HK-77120\nof 3 May", "id HK-77120|date 3 May"},
    {"ending\n4471", "card 4471"},
    {"GBP\n20", "amount GBP\n20"},
    {"order 4471\n\n20 May", "id 4471|date 20 May"},
};

TEST_CASE("what a sentence states") {
  for (const ShownRow& row : kSentences) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
    CheckRanges(row.text);
  }
}

TEST_CASE("values are hashed alike in every run") {
  static_assert(StableHash("GBP 184000") == StableHash("GBP 184000"));
  CHECK(StableHash("") == 0xFDBDF6AC4FC52E7F);
  CHECK(StableHash("a") != StableHash("b"));
  CHECK(UnitHash("V") != UnitHash("v"));
}

TEST_CASE("a list of numbers ends somewhere") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "HK-" + std::to_string(10000 + i) + ", ";
  CHECK(ReadValues(text, MailOfMay()).size() == kMostValues);
}

TEST_CASE("ranges hold for any bytes") {
  constexpr std::string_view kPieces[] = {"1",
                                          "20",
                                          "2026",
                                          "4471",
                                          ".",
                                          ",",
                                          "-",
                                          "/",
                                          ":",
                                          " ",
                                          "  ",
                                          "\n",
                                          "(",
                                          ")",
                                          "+",
                                          "@",
                                          "#",
                                          "x",
                                          "V",
                                          "h",
                                          "am",
                                          "May",
                                          "of",
                                          "st",
                                          "the",
                                          "to",
                                          "$",
                                          "%",
                                          "\xC2\xA3",
                                          "\xE2\x82\xAC",
                                          "\xC2\xA0",
                                          "\xE2\x80\x93",
                                          "\xC3\xA4",
                                          "\xC2",
                                          "\xE2",
                                          "\xFF",
                                          "Friday",
                                          "a",
                                          "ten",
                                          "days",
                                          "ending",
                                          "GB",
                                          "EUR",
                                          "K1A",
                                          "www.",
                                          "://",
                                          "example.com",
                                          "'",
                                          "1Z",
                                          "xx",
                                          "\xF0\x9F\x98\x80",
                                          "k",
                                          "order",
                                          "no.",
                                          "v"};
  uint64_t state = 1;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      state = state * 6364136223846793005 + 1442695040888963407;
      text += kPieces[(state >> 33) % std::size(kPieces)];
    }
    CAPTURE(text);
    CheckRanges(text);
  }
}

TEST_CASE("texts made to be slow are read") {
  for (const std::string_view piece :
       {"1",        "1-",       "1 ",   "a",       "a-1",  "@a", "a@",    "x",
        "*",        "(",        "+1 ",  ".1",      "May ", "1.", "://",   "w.",
        "\xC3\xA4", "\xC2\xA0", "the ", "Friday ", "ten ", "1,", "****1", "AB1 "}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    CAPTURE(piece);
    CheckRanges(text);
  }
}

}  // namespace
}  // namespace threadlint::facts
