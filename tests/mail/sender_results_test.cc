#include "mail/sender_results.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {
namespace {

std::string Read(std::string_view header, const std::vector<std::string>& hosts) {
  const auto read = ReadSenderResults(header, hosts);
  if (!read) return "nothing";
  std::string out = read->host + ":";
  for (const SenderResult& r : read->results)
    out += " " + std::string(r.method) + "=" + r.result + (r.domain.empty() ? "" : "/" + r.domain);
  return out;
}

TEST_CASE("what a host found of the sender") {
  struct {
    std::string_view value, read;
  } const rows[] = {
      {"mx.mail.example; dmarc=pass (p=REJECT sp=NONE) header.from=Shop.example",
       " dmarc=pass/shop.example"},
      {"mx.mail.example;\r\n\tdkim=pass header.i=@a.shop.example header.s=s1;\r\n\tspf=softfail "
       "(x; y) smtp.mailfrom=bounce@shop.example smtp.helo=mta.shop.example",
       " dkim=pass/a.shop.example spf=softfail/shop.example"},
      {"mx.mail.example; spf=pass smtp.mailfrom=shop.example; dmarc/1 = fail header.from = "
       "a.example",
       " spf=pass/shop.example dmarc=fail/a.example"},
      // header.d goes before the identity, wherever it stands.
      {"mx.mail.example; dkim=pass header.i=@shop.example header.d=list.example",
       " dkim=pass/list.example"},
      {"mx.mail.example; dkim=pass header.d=list.example header.i=@shop.example",
       " dkim=pass/list.example"},
      {"mx.mail.example; dkim=pass header.d=a.example; dkim=fail header.d=b.example; arc=pass",
       " dkim=pass/a.example dkim=fail/b.example"},
      {"mx.mail.example; none", ""},
      {"mx.mail.example; dkim", ""},
      {"mx.mail.example; dkim=; spf=pass", " spf=pass"},
      // What stands before the last '@' is the sender's own.
      {R"(mx.mail.example; spf=pass smtp.mailfrom="shop.example"@evil.example)",
       " spf=pass/evil.example"},
      {R"(mx.mail.example; spf=pass smtp.mailfrom="x; dmarc=pass header.from=shop.example"@evil.example)",
       " spf=pass/evil.example"},
      {R"(mx.mail.example; spf=pass smtp.mailfrom="x\"; dmarc=pass (\""@evil.example; dkim=none)",
       " spf=pass/evil.example dkim=none"},
      {"mx.mail.example; spf=pass smtp.mailfrom=shop.example=x@evil.example",
       " spf=pass/evil.example"},
      {"mx.mail.example; spf=pass smtp.mailfrom=x@evil.example smtp.mailfrom=y@shop.example",
       " spf=pass"},
      {"mx.mail.example; spf=fail (of x@evil.example; dmarc=pass) smtp.mailfrom=x@evil.example",
       " spf=fail/evil.example"},
      // No word of a mail gets further as what it is not.
      {"mx.mail.example; dmarc=\"pass, honestly\" header.from=\"the desk is right\"",
       " dmarc=unknown"},
  };
  for (const auto& row : rows)
    CHECK(Read("Authentication-Results: " + std::string(row.value) + "\nFrom: a@shop.example\n",
               {"mx.mail.example"}) == "mx.mail.example:" + std::string(row.read));
}

TEST_CASE("the topmost host that is believed, down to the next Received") {
  const std::string_view forged =
      "Authentication-Results: evil.example; dmarc=pass header.from=shop.example\n"
      "Return-Path: <x@evil.example>\n"
      "Authentication-Results: MX.mail.example; dmarc=fail header.from=shop.example\n"
      "DKIM-Filter: OpenDKIM\n"
      "authentication-results: mx.mail.example; dkim=none\n"
      "Authentication-Results: mx2.mail.example; spf=pass smtp.mailfrom=shop.example\n"
      "Received: from evil.example by mx.mail.example; Mon, 1 Jan 2024 10:00:00 +0000\n"
      "Authentication-Results: mx.mail.example; dmarc=pass header.from=shop.example\n"
      "Authentication-Results: mx2.mail.example; dmarc=pass header.from=shop.example\n"
      "ARC-Authentication-Results: i=1; mx.mail.example; dmarc=pass header.from=shop.example\n"
      "From: care@shop.example\n";
  const std::string own = "mx.mail.example: dmarc=fail/shop.example dkim=none";
  CHECK(Read(forged, {"mx.mail.example"}) == own);
  CHECK(Read(forged, {"mx2.mail.example", "mx.mail.example"}) == own);
  CHECK(Read(forged, {}) == "nothing");
  CHECK(Read(forged, {"mail.example"}) == "nothing");
  CHECK(Read("Subject: Authentication-Results: mx.mail.example; dmarc=pass\n",
             {"mx.mail.example"}) == "nothing");
}

TEST_CASE("hostile fields are read in linear time") {
  const std::string big(size_t{1} << 20, 'x');
  for (const std::string& value :
       {big, "; " + big, std::string(1 << 20, ';'), std::string(1 << 20, '='),
        std::string(1 << 20, '('), std::string(1 << 20, '"'),
        "; dmarc=\"" + std::string(1 << 20, '\\'), "; dmarc=" + big + "@" + big})
    CHECK(Read("Authentication-Results: mx.mail.example" + value + "\n", {"mx.mail.example"}) !=
          "mx.mail.example: dmarc=pass");
  std::string many;
  for (int i = 0; i < 100000; ++i) many += "Authentication-Results: mx.mail.example; dmarc=pass\n";
  CHECK(Read(many, {"mx.mail.example"}).starts_with("mx.mail.example: dmarc=pass"));
}

}  // namespace
}  // namespace threadlint::mail
