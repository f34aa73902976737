#include "value_shown.h"

#include <doctest/doctest.h>

namespace threadlint::facts {
namespace {

struct Row {
  std::string_view text, code;
  int64_t hundredths;
};

constexpr Row kForms[] = {
    {"\xC2\xA3"
     "1,840.00",
     "GBP", 184000},
    {"GBP 1840", "GBP", 184000},
    {"1.234,56 \xE2\x82\xAC", "EUR", 123456},
    {"1,234.56 EUR", "EUR", 123456},
    {"1'234.50 CHF", "CHF", 123450},
    {"CHF 1\xE2\x80\x99"
     "234.50",
     "CHF", 123450},
    {"1 840,00 EUR", "EUR", 184000},
    {"1\xC2\xA0"
     "840,00\xC2\xA0\xE2\x82\xAC",
     "EUR", 184000},
    {"1.840 \xE2\x82\xAC", "EUR", 184000},
    {"EUR 19,90", "EUR", 1990},
    {"50,- \xE2\x82\xAC", "EUR", 5000},
    {"50 euros", "EUR", 5000},
    {"20 quid", "GBP", 2000},
    {"20p", "GBP", 20},
    {"20 pence", "GBP", 20},
    {"$1.2k", "USD", 120000},
    {"$2 million", "USD", 200000000},
    {"US$30", "USD", 3000},
    {"$30 USD", "USD", 3000},
    {"A$30", "AUD", 3000},
    {"R$ 45,90", "BRL", 4590},
    {"Rs. 500", "INR", 50000},
    {"Rs 1,23,456.00", "INR", 12345600},
    {"\xE2\x82\xB9"
     "999",
     "INR", 99900},
    {"NGN 25,000", "NGN", 2500000},
    {"120 z\xC5\x82", "PLN", 12000},
    {"500 kr", "KR", 50000},
    {"\xC2\xA5"
     "1200",
     "JPY", 120000},
    {"-\xC2\xA3"
     "5.50",
     "GBP", 550},
    {"\xC2\xA3-5.50", "GBP", 550},
};

TEST_CASE("amounts in the forms of many countries") {
  for (const Row& row : kForms) {
    CAPTURE(row.text);
    const Value value = FirstValue(row.text, MailOfMay());
    CHECK(value.kind == ValueKind::kAmount);
    CHECK(value.number == row.hundredths);
    CHECK(value.unit == UnitHash(row.code));
    CHECK(ReadValues(row.text, MailOfMay()).size() == 1);
  }
}

TEST_CASE("equal amounts have equal norms, others do not") {
  const auto norm = [](std::string_view text) { return FirstValue(text, MailOfMay()).norm; };
  CHECK(norm("\xC2\xA3"
             "1,840.00") == norm("1840 pounds"));
  CHECK(norm("EUR 1.840,00") == norm("1840 \xE2\x82\xAC"));
  CHECK(norm("$30") == norm("30 USD"));
  CHECK(norm("\xC2\xA3"
             "30") != norm("30 \xE2\x82\xAC"));
  CHECK(norm("\xC2\xA3"
             "30") != norm("\xC2\xA3"
                           "30.01"));
}

constexpr ShownRow kSentences[] = {
    {"Refund $220, please.", "amount $220?"},
    {"It costs \xC2\xA3"
     "10-15 each",
     "amount \xC2\xA3"
     "10|amount 15?"},
    {"3 \xC2\xA3"
     "20 vouchers",
     "number 3|amount \xC2\xA3"
     "20"},
    {"5 people paid", "number 5"},
    {"Rs are rupees", ""},
    {"TRY 20 times", "number 20"},
    {"see p 20", "number 20"},
    {"order HK$", ""},
};

TEST_CASE("amounts within sentences") {
  for (const ShownRow& row : kSentences) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
}

}  // namespace
}  // namespace threadlint::facts
