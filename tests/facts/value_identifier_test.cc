#include "value_shown.h"

#include <doctest/doctest.h>

namespace threadlint::facts {
namespace {

// Each is one value, the whole of it.
constexpr std::string_view kIdentifiers[] = {
    "HK-77120",
    "26/00419/HB",
    "PH4-22018837",
    "5500-77812",
    "OM-33209",
    "#922450",
    "TM 20418 77",
    "229174",
    "8991 2200 7741 0935 52",
    "SN8812-AX-99210",
    "XJ4F99K2",
    "356938035643809",
    "550e8400-e29b-41d4-a716-446655440000",
    "AB12 CDE",
    "A123 BCD",
    "M-AB 1234",
    "AB-123-CD",
    "192.168.100.12",
    "KBL/071026/99120",
    "102-5239268-9612243",
    "INV_2024_00123",
    "WH-1000XM4",
    ("ORD\xE2\x80\x91"
     "68840225"),
    "4111 1111 1111 1111",
};

TEST_CASE("numbers with a form of their own") {
  for (const std::string_view text : kIdentifiers) {
    CAPTURE(text);
    CHECK(ShownValues(text, MailOfMay()) == "id " + std::string(text));
    const std::string sentence = "It is " + std::string(text) + ", is it?";
    CHECK(ShownValues(sentence, MailOfMay()) == "id " + std::string(text));
  }
}

constexpr ShownRow kRows[] = {
    {"order 4471", "id 4471"},
    {"flight NW 771", "id NW 771?"},
    {"my DNI 12345678Z", "id 12345678Z"},
    {"MPAN 1900012345678", "id 1900012345678"},
    {"IBAN DE00 1234 0000 5678 9012", "id DE00 1234 0000 5678 9012"},
    {"Parts for 26V-118", "id 26V-118"},
    {"/opt/tool2024/bin", ""},
    {"ticket #4471", "id #4471"},
    {"order no. 4471", "id 4471"},
    {"Order number:\nHK-77120", "id HK-77120"},
    {"order-229174", "id 229174"},
    {"order/HK-77120", "id HK-77120"},
    {"Bestellung/229174", "id 229174"},
    {"Policy TM 20418 77 is mine", "id TM 20418 77"},
    {"TM 20418 12 boxes", "id TM 20418|number 12"},
    {"my number is 229174 and", "id 229174"},
    {"error E18", "id E18?"},
    {"HK-77120's lid", "id HK-77120"},
    {"(HK-77120).", "id HK-77120"},
    {"HK-77120.Please", "id HK-77120"},
    {"MY ORDER IS 229174", "id 229174"},
    {"order 4471 and 4472", "id 4471|id 4472"},
    // Words and numbers that number nothing.
    {"B2B, COVID-19, mp3, 4K, 3D, 1st, 2nd, 24/7", ""},
    {"IMG_4471.jpg", ""},
    {"mid-2024", ""},
    {"an order of 250 units", "number 250"},
    {"no charge on the 100 plan", "number 100"},
    {"12 000 000 people", "number 12|number 000|number 000"},
    {"2024 2025", "number 2024|number 2025"},
};

TEST_CASE("numbers by what stands around them") {
  for (const ShownRow& row : kRows) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
}

TEST_CASE("signs and case do not tell identifiers apart, digits do") {
  const auto norm = [](std::string_view text) { return FirstValue(text, MailOfMay()).norm; };
  CHECK(norm("HK-77120") == norm("hk77120"));
  CHECK(norm("HK-77120") == norm("HK 77120"));
  CHECK(norm("#922450") == norm("922450"));
  CHECK(norm("TM 20418 77") == norm("TM2041877"));
  CHECK(norm("HK-77120") != norm("HK-77121"));
  // What is a number here and an identifier there is the same.
  CHECK(norm("I have 4471") == norm("order 4471"));
  CHECK(norm("card ending 4471") == norm("order 4471"));
}

constexpr ShownRow kTracking[] = {
    {"RR123456785GB", "tracking RR123456785GB"},
    {"RR 123 456 785 GB", "tracking RR 123 456 785 GB"},
    {"RR123456784GB", "id RR123456784GB"},  // its check digit is wrong
    {"1Z999AA10123456784", "tracking 1Z999AA10123456784"},
    {"1Z999AA10123456785", "id 1Z999AA10123456785"},
    {"JJD014600003828372", "tracking JJD014600003828372"},
    {"00340434161094042557", "tracking 00340434161094042557"},
    {"00340434161094042558", "id 00340434161094042558"},
    {"GB29 NWBK 6016 1331 9268 19", "iban GB29 NWBK 6016 1331 9268 19"},
    {"DE89370400440532013000", "iban DE89370400440532013000"},
    {"DE89370400440532013001", "id DE89370400440532013001"},
};

TEST_CASE("check digits tell parcels and accounts") {
  for (const ShownRow& row : kTracking) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
  CHECK(FirstValue("GB29 NWBK 6016 1331 9268 19", MailOfMay()).norm ==
        FirstValue("gb29nwbk60161331926819", MailOfMay()).norm);
}

constexpr ShownRow kCards[] = {
    {"card ending 4471", "card 4471"},
    {"card ending in 4471", "card 4471"},
    {"xxxx8810", "card xxxx8810"},
    {"**** **** **** 4471", "card **** **** **** 4471"},
    {"XXXX-XXXX-XXXX-4471", "card XXXX-XXXX-XXXX-4471"},
    {"the last four digits are 4471", "card 4471"},
    {"last 4 digits: 4471", "number 4|card 4471"},
    {"endet auf 4471", "card 4471"},
    {"ending 12.50", "number 12.50"},
    {"* 4471 people", "number 4471"},
};

TEST_CASE("the last digits of cards") {
  for (const ShownRow& row : kCards) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
}

}  // namespace
}  // namespace threadlint::facts
