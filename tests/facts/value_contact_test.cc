#include "value_shown.h"

#include <doctest/doctest.h>

namespace threadlint::facts {
namespace {

// Ranges kept free for use in print, or made up.
constexpr ShownRow kPhones[] = {
    {"+44 7700 900118", "phone +44 7700 900118"},
    {"+447700900118", "phone +447700900118"},
    {"+44 (0)7700 900118", "phone +44 (0)7700 900118"},
    {"0044 7700 900118", "phone 0044 7700 900118"},
    {"07700 900118", "phone 07700 900118"},
    {"07700 900 118, any day", "phone 07700 900 118"},
    {"07700900118", "phone 07700900118?"},
    {"0151/23456789", "phone 0151/23456789"},
    {"(030) 123456-78", "phone (030) 123456-78"},
    {"06 12 34 56 78", "phone 06 12 34 56 78"},
    {"(555) 010-0199", "phone (555) 010-0199"},
    {"555-010-0199", "phone 555-010-0199"},
    {"1-555-010-0199", "phone 1-555-010-0199"},
    {"555.010.0199", "phone 555.010.0199"},
    {"my phone is 905 555 0144", "phone 905 555 0144"},
    {"call me on 905 555 0144.", "phone 905 555 0144"},
    {"07700 900118 12 May", "phone 07700 900118|date 12 May"},
    {"order 07700900118", "id 07700900118"},
    {"order number 555-010-0199", "id 555-010-0199"},
    {"905 555 0144", "id 905 555 0144"},
    {"102-523-9268", "id 102-523-9268"},
    {"0.845688380", "number 0.845688380"},
    {"18417536 (17.5 MB)", "id 18417536|measure 17.5 MB"},
};

TEST_CASE("telephone numbers, and what is left to the identifiers") {
  for (const ShownRow& row : kPhones) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
}

TEST_CASE("a telephone number is the same with and without its country") {
  const uint64_t norm = FirstValue("07700 900118", MailOfMay()).norm;
  for (const std::string_view text :
       {"+44 7700 900118", "0044 7700 900118", "+44 (0) 7700-900-118", "07700900118"}) {
    CAPTURE(text);
    CHECK(FirstValue(text, MailOfMay()).norm == norm);
  }
  CHECK(FirstValue("07700 900119", MailOfMay()).norm != norm);
}

constexpr ShownRow kPostcodes[] = {
    {"SW1A 1AA", "postcode SW1A 1AA"},
    {"SW1A1AA", "postcode SW1A1AA"},
    {"m1 1ae", "postcode m1 1ae"},
    {"OX11 7AB", "postcode OX11 7AB"},
    {"K1A 0B1", "postcode K1A 0B1"},
    {"D02 X285", "postcode D02 X285"},
    {"V94 T2K9", "postcode V94 T2K9"},
    {"1012 AB Amsterdam", "postcode 1012 AB?"},
    {"Springfield, IL 62704", "postcode 62704"},
    {"CA 94107-1234", "postcode 94107-1234"},
    {"zip code: 62704", "postcode 62704"},
    {"PLZ 10115", "postcode 10115"},
    {"62704", "id 62704"},
    {"2024 IN", "number 2024"},
    {"94107-1234", "id 94107-1234"},
};

TEST_CASE("postcodes") {
  for (const ShownRow& row : kPostcodes) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
  CHECK(ShownValues("Weg 3\n10115 Berlin\n", MailOfMay("de")) == "number 3|postcode 10115");
  CHECK(FirstValue("sw1a 1aa", MailOfMay()).norm == FirstValue("SW1A1AA", MailOfMay()).norm);
}

constexpr ShownRow kAddresses[] = {
    {"mail ann.example+1@example.com.", "email ann.example+1@example.com"},
    {"<mailto:ann@example.org>", "email ann@example.org"},
    {"see https://www.example.org/a/b?x=1.", "url https://www.example.org/a/b?x=1"},
    {"(www.example.com)", "url www.example.com"},
    {"help.example.com/page1 has it", "url help.example.com/page1"},
    {"at example.co.uk", "url example.co.uk"},
    {"https://example.com/12/05/2026/order-229174",
     "url https://example.com/12/05/2026/order-229174"},
    {"it was sent.It was late", ""},
    {"5 @ $20", "number 5|amount $20?"},
    {"me @ home", ""},
};

TEST_CASE("addresses are one value, whatever stands in them") {
  for (const ShownRow& row : kAddresses) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
  CHECK(FirstValue("https://www.Example.org/A/", MailOfMay()).norm ==
        FirstValue("example.org/A", MailOfMay()).norm);
  CHECK(FirstValue("Ann@Example.com", MailOfMay()).norm ==
        FirstValue("ann@example.com", MailOfMay()).norm);
}

}  // namespace
}  // namespace threadlint::facts
