// Things named in parts of sentences, read with the built-in English wording.
#include "facts/things.h"

#include "facts/language.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {
namespace {

const Language& English() {
  for (const auto& language : Languages::BuiltIn().all())
    if (language->wording().language == "en") return *language;
  FAIL("no English is built in");
  return *Languages::BuiltIn().all().front();
}
const Lexicon& Words() { return English().lexicon(); }

struct Read {
  std::vector<Thing> things;
  Reading reading;
  std::string text;

  std::string Text(size_t i) const { return text.substr(things[i].at.begin, things[i].at.length); }
  bool Has(size_t i, std::string_view word) const {
    const auto words = reading.Words(things[i]);
    return std::ranges::find(words, Words().Id(word)) != words.end();
  }
};

Read ReadIn(std::string_view text, bool action = false) {
  Read out;
  out.text = text;
  const Folded folded = FoldWithPlaces(text, 0);
  const auto tokens = Tokenize(folded.text, Words());
  out.things = ReadThings(tokens, folded, 0, folded.text.size(), action, Words(), out.reading);
  return out;
}

using Texts = std::vector<std::string>;
Texts TextsIn(std::string_view text) {
  const Read read = ReadIn(text);
  Texts out;
  for (size_t i = 0; i < read.things.size(); ++i) out.push_back(read.Text(i));
  return out;
}

TEST_CASE("lists: and, or, commas") {
  CHECK(TextsIn("your order number") == Texts{"your order number"});
  CHECK(TextsIn("your order number and a photo of the damage") ==
        Texts{"your order number", "a photo of the damage"});
  CHECK(TextsIn("the invoice, the IMEI and your postcode") ==
        Texts{"the invoice", "the IMEI", "your postcode"});
  CHECK(TextsIn("the receipt as well as the warranty card") ==
        Texts{"the receipt", "the warranty card"});
  const Read read = ReadIn("a utility bill or the tenancy agreement");
  REQUIRE(read.things.size() == 2);
  CHECK_FALSE(read.things[0].alternative);
  CHECK(read.things[1].alternative);
}

TEST_CASE("of: what a thing is of tells it from others") {
  const Read read = ReadIn("the serial number of the boiler");
  REQUIRE(read.things.size() == 1);
  CHECK(read.things[0].head == Words().Id("number"));
  CHECK(read.Has(0, "serial"));
  CHECK(read.Has(0, "boiler"));
  CHECK(read.things[0].form == Words().Id("number"));
}

TEST_CASE("a copy of a thing is that thing") {
  const Read read = ReadIn("a copy of the purchase invoice");
  REQUIRE(read.things.size() == 1);
  CHECK(read.things[0].head == Words().Id("invoice"));
  CHECK((read.things[0].wants & kWantsDocument) != 0);
}

TEST_CASE("what stands in parentheses would do as well, or explains") {
  CHECK(TextsIn("the batch code (it is on the base) and the receipt") ==
        Texts{"the batch code", "the receipt"});
  const Read read = ReadIn("proof of address (a water bill, for example) and the form");
  REQUIRE(read.things.size() == 3);
  CHECK_FALSE(read.things[0].alternative);
  CHECK(read.things[1].alternative);
  CHECK(read.Text(2) == "the form");
  CHECK_FALSE(read.things[2].alternative);
  CHECK(TextsIn("the code (see below") == Texts{"the code"});
}

TEST_CASE("a clause behind a mere comma names nothing that is asked for") {
  CHECK(TextsIn("the meter reading, which is on the front") == Texts{"the meter reading"});
  const Read both = ReadIn("the IMEI and where you bought the phone");
  REQUIRE(both.things.size() == 2);
  CHECK(both.Has(1, "phone"));
}

TEST_CASE("where a purpose or another clause begins, the thing ends") {
  CHECK(TextsIn("the tracking number so that we can trace it") == Texts{"the tracking number"});
  CHECK(TextsIn("the meter reading because ours is old") == Texts{"the meter reading"});
  CHECK(TextsIn("your policy number. It is on page 1") == Texts{"your policy number"});
  CHECK(TextsIn("the IMEI: you find it in the settings") == Texts{"the IMEI"});
  // Behind a list a verb begins another demand.
  CHECK(TextsIn("your postcode, and reply to this mail") == Texts{"your postcode"});
}

TEST_CASE("questions: the noun stands before the verb or behind it") {
  const Read lights = ReadIn("what lights are showing on your router?");
  REQUIRE(lights.things.size() == 1);
  CHECK(lights.things[0].head == Words().Id("light"));
  CHECK(lights.Has(0, "router"));
  const Read code = ReadIn("what is the error code?");
  REQUIRE(code.things.size() == 1);
  CHECK(code.things[0].head == Words().Id("code"));
  CHECK(code.Has(0, "error"));
  const Read seats = ReadIn("how many seats do you have?");
  REQUIRE(seats.things.size() == 1);
  CHECK(seats.things[0].wants == WantsNamed("number"));
}

TEST_CASE("the name and number of somebody: both are his") {
  const Read read = ReadIn("the name and number of the other driver");
  REQUIRE(read.things.size() == 2);
  CHECK(read.Has(0, "driver"));
  CHECK(read.Has(1, "driver"));
  CHECK(read.things[0].head == Words().Id("name"));
  CHECK(read.things[1].head == Words().Id("number"));
}

TEST_CASE("another one is not the one that was given") {
  CHECK(ReadIn("another photo").things.at(0).other);
  CHECK(ReadIn("a new copy of the form").things.at(0).other);
  CHECK(ReadIn("the remaining pages").things.at(0).other);
  CHECK_FALSE(ReadIn("a photo of the box").things.at(0).other);
}

TEST_CASE("what asks for a value says of which kind") {
  CHECK(ReadIn("your phone number").things.at(0).wants == WantsNamed("phone"));
  CHECK(ReadIn("your email address").things.at(0).wants == WantsNamed("email"));
  CHECK((ReadIn("your booking reference").things.at(0).wants & WantsNamed("identifier")) != 0);
  CHECK(ReadIn("a picture of the label").things.at(0).wants == kWantsImage);
  CHECK(ReadIn("the colour of the case").things.at(0).wants == 0);  // anything
  CHECK(ReadIn("a factory reset", true).things.at(0).wants == kWantsAction);
}

TEST_CASE("words without a matter of their own are no thing") {
  CHECK(TextsIn("it") == Texts{});
  CHECK(TextsIn("the following") == Texts{});
  CHECK(TextsIn("that to us") == Texts{});
  CHECK(TextsIn("") == Texts{});
  CHECK(TextsIn(", and; (") == Texts{});
}

TEST_CASE("only what stands in the range is read") {
  const Folded folded = FoldWithPlaces("Please send the receipt today and the box", 0);
  const auto tokens = Tokenize(folded.text, Words());
  Reading reading;
  const size_t begin = folded.text.find("the receipt");
  const auto things = ReadThings(tokens, folded, begin, begin + 11, false, Words(), reading);
  REQUIRE(things.size() == 1);
  CHECK(things[0].at.begin == begin);
  CHECK(things[0].at.length == 11);
}

TEST_CASE("a list without end has an end") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "the red box and ";
  CHECK(ReadIn(text).things.size() <= 16);
  std::string words;
  for (int i = 0; i < 5000; ++i)
    words += "word" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  const Read read = ReadIn(words);
  REQUIRE(read.things.size() == 1);
  CHECK(read.things[0].words <= 10);
}

}  // namespace
}  // namespace threadlint::facts
