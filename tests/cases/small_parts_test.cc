// Subjects, domains, short ids, sub-addresses: tables of what goes in and comes out.
#include "cases/domain.h"
#include "cases/plus_address.h"
#include "cases/short_id.h"
#include "cases/subject.h"

#include <doctest/doctest.h>

#include <set>

namespace threadlint::cases {
namespace {

TEST_CASE("subjects without the marks of mail programs") {
  const struct {
    const char *in, *out;
  } kTable[] = {
      {"Re: Your order", "your order"},
      {"AW: Re: WG: Your  order ", "your order"},
      {"Re[2]: Your order", "your order"},
      {"SV(3): Your order", "your order"},
      {"[shop-users] Re: [shop-users] Your order", "your order"},
      {"[4711] Your order", "[4711] your order"},
      {"[Ticket#12] Re: x", "[ticket#12] re: x"},
      {"Re:", ""},
      {"Regarding: x", "regarding: x"},
      {"Re\xEF\xBC\x9A order", "order"},
      {"", ""},
      {"[tag]", "[tag]"},
      {"Report: all", "report: all"},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.in);
    CHECK(NormaliseSubject(row.in) == row.out);
    CHECK(NormaliseSubject(NormaliseSubject(row.in)) == row.out);
  }
}

TEST_CASE("organisations behind domains") {
  const struct {
    const char *in, *out;
  } kTable[] = {
      {"mail.shop.example", "shop.example"},
      {"shop.example", "shop.example"},
      {"example", "example"},
      {"cs.mail.shop.co.uk", "shop.co.uk"},
      {"shop.co.uk", "shop.co.uk"},
      {"co.uk", "co.uk"},
      {"mail.shop.com.au", "shop.com.au"},
      {"a.b.shop.de", "shop.de"},
      {"co.example.com", "example.com"},
      {"", ""},
      {".", "."},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.in);
    CHECK(OrganisationOf(row.in) == row.out);
  }
  CHECK(DomainOf("\"a@b\"@Shop.Example.") == "shop.example");
  CHECK(DomainOf("nobody").empty());
  CHECK(IsFreeMail("gmail.com"));
  CHECK(IsFreeMail("yahoo.co.uk"));
  CHECK_FALSE(IsFreeMail("shop.example"));
}

TEST_CASE("sub-addresses") {
  const auto plus = ParsePlusAddress("CS-Reply+A3sc+x@Shop.Example");
  REQUIRE(plus);
  CHECK(plus->base == "cs-reply@shop.example");
  CHECK(plus->detail == "A3sc+x");
  for (const char* none : {"a@b.example", "a+@b.example", "+a@b.example", "a+b", "",
                           "bounces+ada=mail.example@lists.example", "prvs=1a2b+x@mail.example",
                           "SRS0=x+y=mail.example=ada@fwd.example"}) {
    CAPTURE(none);
    CHECK_FALSE(ParsePlusAddress(none));
  }
  // '=' alone is base64 padding, not the recipient's address.
  CHECK(ParsePlusAddress("reply+aGVsbG8=@desk.example"));
}

TEST_CASE("short ids are distinct and stay the same") {
  std::vector<std::string> storage;
  for (int i = 0; i < 20000; ++i) storage.push_back("m" + std::to_string(i) + "@x.example");
  const std::vector<std::string_view> names(storage.begin(), storage.end());
  const auto ids = ShortIds('c', names);
  CHECK(std::set(ids.begin(), ids.end()).size() == names.size());
  const std::vector<std::string_view> one = {names[17]};
  CHECK(ShortIds('c', one)[0].size() == 8);
  CHECK(ids[17].starts_with(ShortIds('c', one)[0]));
  CHECK(ShortIds('s', one)[0].substr(1) == ShortIds('c', one)[0].substr(1));
}

}  // namespace
}  // namespace threadlint::cases
