#include "mail/dkim.h"

#include "mail/dkim_field.h"
#include "mail/dkim_results.h"
#include "mail/dkim_tags.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace threadlint::mail {
namespace {

namespace fs = std::filesystem;

const fs::path kSigned = fs::path(THREADLINT_SOURCE_DIR) / "testdata/mail/dkim";

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

DkimKeys SavedKeys() {
  DkimKeys out;
  ReadDkimKeys("keys.txt", ReadFile(kSigned / "keys.txt"), out);
  return out;
}

// "match valid"
std::string Verdicts(const Signature& s) {
  return fmt::format("{} {}", Name(s.body), Name(s.header));
}

// Mail of RFC 6376 appendix A and RFC 8463 appendix A, with the signatures and keys given there.
constexpr std::string_view kDinner =
    "From: Joe SixPack <joe@football.example.com>\r\n"
    "To: Suzie Q <suzie@shopping.example.net>\r\n"
    "Subject: Is dinner ready?\r\n"
    "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n"
    "Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n"
    "\r\n"
    "Hi.\r\n"
    "\r\n"
    "We lost the game. Are you hungry yet?\r\n"
    "\r\n"
    "Joe.\r\n";

constexpr std::string_view kRfc6376 =
    "DKIM-Signature: v=1; a=rsa-sha256; s=brisbane; d=example.com;\r\n"
    "      c=simple/simple; q=dns/txt; i=joe@football.example.com;\r\n"
    "      h=Received : From : To : Subject : Date : Message-ID;\r\n"
    "      bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
    "      b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB\r\n"
    "      4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut\r\n"
    "      KVdkLLkpVaVVQPzeRDI009SO2Il5Lu7rDNH6mZckBdrIx0orEtZV\r\n"
    "      4bmp/YzhwvcubU4=;\r\n"
    "Received: from client1.football.example.com  [192.0.2.1]\r\n"
    "      by submitserver.example.com with SUBMISSION;\r\n"
    "      Fri, 11 Jul 2003 21:01:54 -0700 (PDT)\r\n";

constexpr std::string_view kRfc8463 =
    "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n"
    " d=football.example.com; i=@football.example.com;\r\n"
    " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n"
    " subject : date : message-id : from : subject : date;\r\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
    " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\r\n"
    " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\r\n"
    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n"
    " d=football.example.com; i=@football.example.com;\r\n"
    " q=dns/txt; s=test; t=1528637909; h=from : to : subject :\r\n"
    " date : message-id : from : subject : date;\r\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
    " b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3\r\n"
    " DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz\r\n"
    " dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=\r\n";

constexpr std::string_view kRfcKeys =
    "brisbane._domainkey.football.example.com. IN TXT (\n"
    "  \"v=DKIM1; k=ed25519; \"\n"
    "  \"p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\")\n"
    "test._domainkey.football.example.com v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ"
    "DkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8"
    "uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB\n"
    "brisbane._domainkey.example.com \"v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ\"\n"
    " \n";

constexpr std::string_view kRfc6376Key =
    "brisbane._domainkey.example.com 300 IN TXT \"v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ"
    "DwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v\" "
    "\"/RtdC2UzJ1lWT947qR+Rcac2gbto/"
    "NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB\"";

DkimKeys RfcKeys() {
  DkimKeys out;
  const size_t last = kRfcKeys.rfind("brisbane");
  ReadDkimKeys("rfc", kRfcKeys.substr(0, last), out);
  ReadDkimKeys("rfc", kRfc6376Key, out);
  return out;
}

TEST_CASE("the examples of RFC 6376 and RFC 8463 hold, with either line end") {
  const DkimKeys keys = RfcKeys();
  for (const bool lf : {false, true})
    for (const std::string_view header : {kRfc6376, kRfc8463}) {
      std::string raw = std::string(header) + std::string(kDinner);
      if (lf) std::erase(raw, '\r');
      const SignedMail mail = ReadSignatures(raw, keys, {});
      REQUIRE(mail.signatures.size() == (header == kRfc8463 ? 2 : 1));
      for (const Signature& s : mail.signatures) {
        CHECK(Verdicts(s) == "match valid");
        CHECK(s.flavour == BodyFlavour::kAsRead);
        CHECK(s.reply_to == ReplyToCover::kNotSigned);
      }
      // One letter of the header, one of the text.
      raw[raw.find("dinner")] = 'D';
      raw[raw.find("game")] = 'G';
      for (const Signature& s : ReadSignatures(raw, keys, {}).signatures)
        CHECK(Verdicts(s) == "mismatch invalid");
    }
}

// Each name says what is expected: NUMBER-WHAT.BODY.HEADER.eml. Another program signed them and
// agrees (make.py there).
TEST_CASE("mails that another program signed") {
  const DkimKeys keys = SavedKeys();
  CHECK(keys.size() == 3);
  size_t mails = 0;
  for (const auto& entry : fs::directory_iterator(kSigned)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".eml")) continue;
    ++mails;
    const size_t first = name.find('.'), second = name.find('.', first + 1);
    const std::string expected = name.substr(first + 1, second - first - 1) + " " +
                                 name.substr(second + 1, name.size() - second - 5);
    const std::string raw = ReadFile(entry.path());
    for (const bool lf : {false, true}) {
      std::string form = raw;
      if (lf) std::erase(form, '\r');
      const SignedMail mail = ReadSignatures(form, keys, {});
      REQUIRE(mail.signatures.size() == 1);
      CHECK_MESSAGE(Verdicts(mail.signatures[0]) == expected, name);
      CHECK_MESSAGE(mail.signatures[0].no_key == name.starts_with("34"), name);
    }
    const SignedMail mail = ReadSignatures(raw, keys, {});
    const Signature& s = mail.signatures[0];
    const auto has = [&](std::string_view what) { return name.find(what) != std::string::npos; };
    CHECK_MESSAGE(Name(s.reply_to) == (has("not-among")     ? "not-signed"
                                       : has("added-above") ? "partly"
                                                            : "signed"),
                  name);
    CHECK_MESSAGE(s.oversigned == has("-oversigned."), name);
    CHECK_MESSAGE((s.unsigned_bytes > 0) == has("behind-length"), name);
  }
  CHECK(mails == 34);
}

TEST_CASE("a body that a mailbox changed is told with what has to be undone") {
  const DkimKeys keys = SavedKeys();
  std::string raw;
  for (const auto& entry : fs::directory_iterator(kSigned))
    if (entry.path().filename().string().starts_with("22-from")) raw = ReadFile(entry.path());
  const size_t bare = raw.find("\nFrom Monday");
  REQUIRE(bare != std::string::npos);
  const size_t marked = raw.find("\n>From Tuesday");
  REQUIRE(marked != std::string::npos);
  struct {
    std::string raw;
    BodyVerdict body;
    BodyFlavour flavour;
  } const rows[] = {
      {raw, BodyVerdict::kMatch, BodyFlavour::kAsRead},
      // mboxrd, not undone: every such line has one more mark.
      {std::string(raw).insert(marked + 1, ">").insert(bare + 1, ">"), BodyVerdict::kMatch,
       BodyFlavour::kFromUndone},
      {std::string(raw).erase(marked + 1, 1).insert(bare + 1, ">"), BodyVerdict::kMismatch,
       BodyFlavour::kAsRead},
      {raw + "\r\n\r\n\r\n", BodyVerdict::kMatch, BodyFlavour::kAsRead},
      {raw.substr(0, raw.size() - 1), BodyVerdict::kMatch, BodyFlavour::kAsRead},
      {raw + "more", BodyVerdict::kMismatch, BodyFlavour::kAsRead},
      {raw.substr(0, bare), BodyVerdict::kMismatch, BodyFlavour::kAsRead},
  };
  for (const auto& row : rows) {
    const SignedMail mail = ReadSignatures(row.raw, keys, {});
    REQUIRE(mail.signatures.size() == 1);
    CHECK(mail.signatures[0].body == row.body);
    CHECK(mail.signatures[0].flavour == row.flavour);
    CHECK(mail.signatures[0].body_reason.empty() == (row.body == BodyVerdict::kMatch));
  }
}

// A signature whose tags are those of `changes`, over a mail of nothing.
Signature Changed(std::string_view name, std::string_view value) {
  const std::vector<std::pair<std::string_view, std::string_view>> tags = {
      {"v", "1"},
      {"a", "rsa-sha256"},
      {"d", "shop.example"},
      {"s", "s1"},
      {"h", "From:Reply-To"},
      {"bh", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
      {"b", "AAAA"},
      {"c", "relaxed/relaxed"}};
  std::string field = "DKIM-Signature: ";
  bool found = false;
  for (const auto& [tag, usual] : tags) {
    found = found || tag == name;
    if (tag == name && value == "-") continue;
    field += fmt::format("{}={}; ", tag, tag == name ? value : usual);
  }
  if (!found) field += fmt::format("{}={}", name, value);
  const SignedMail mail = ReadSignatures(field + "\nFrom: a@shop.example\n\n", {}, {});
  REQUIRE(mail.signatures.size() == 1);
  return mail.signatures[0];
}

TEST_CASE("a signature that cannot be checked says why, and is never taken for good") {
  struct {
    std::string_view name, value, verdicts, reason;
  } const rows[] = {
      {"q", "dns/txt", "match not-checked", "no key"},
      {"t", "1715000000", "match not-checked", "no key"},
      {"i", "a@mail.shop.example", "match not-checked", "no key"},
      {"a", "RSA-SHA256", "match not-checked", "no key"},
      {"v", "2", "not-checked invalid", "version"},
      {"v", "-", "not-checked invalid", "lacks a tag"},
      {"d", "-", "not-checked invalid", "lacks a tag"},
      {"b", "", "not-checked invalid", "lacks a tag"},
      {"h", "To:Reply-To", "not-checked invalid", "does not cover From"},
      {"i", "a@other.example", "not-checked invalid", "outside of its domain"},
      {"i", "a@notshop.example", "not-checked invalid", "outside of its domain"},
      {"a", "rsa-sha1", "not-checked not-checked", "SHA-1"},
      {"a", "rsa-md5", "not-checked invalid", "not known"},
      {"c", "nowsp", "not-checked invalid", "canonical form"},
      {"l", "many", "not-checked invalid", "length"},
      {"t", "soon", "not-checked invalid", "time"},
      {"bh", "!!!!", "not-checked invalid", "hash of the body"},
      {"bh", "AAAA", "not-checked invalid", "hash of the body"},
      {"b", "A", "not-checked invalid", "base64"},
      {"b", "=", "not-checked invalid", "base64"},
      {"d", "shop.example/../x", "not-checked invalid", "no name"},
      {"s", "-x", "not-checked invalid", "no name"},
      {"d", "shop.example; d=other.example", "not-checked invalid", "no list of tags"},
      {"d", "shop.example; rubbish", "not-checked invalid", "no list of tags"},
      {"l", "5", "mismatch not-checked", "no key"},
  };
  for (const auto& row : rows) {
    const Signature s = Changed(row.name, row.value);
    CHECK_MESSAGE(Verdicts(s) == row.verdicts, row.name << "=" << row.value);
    CHECK_MESSAGE(s.header_reason.find(row.reason) != std::string_view::npos,
                  row.name << "=" << row.value << ": " << s.header_reason);
  }
  CHECK(Changed("l", "5").body_reason.find("shorter") != std::string_view::npos);
}

TEST_CASE("a key is for what its record says") {
  const std::string raw = std::string(kRfc8463) + std::string(kDinner);
  struct {
    std::string_view record, verdict, reason;
  } const rows[] = {
      {"k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "valid", ""},
      {"k=ed25519; t=s; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "valid", ""},
      {"k=ed25519; h=sha1; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "invalid", "SHA-256"},
      {"k=ed25519; s=other; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "invalid", "mail"},
      {"k=ed25519; p=", "invalid", "taken this key back"},
      {"k=rsa; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "invalid", "another kind"},
      {"k=ed25519; p=AAAA", "not-checked", "cannot be read"},
  };
  for (const auto& row : rows) {
    DkimKeys keys;
    ReadDkimKeys("k", fmt::format("brisbane._domainkey.football.example.com \"{}\"", row.record),
                 keys);
    const Signature s = ReadSignatures(raw, keys, {}).signatures[0];
    CHECK_MESSAGE(Name(s.header) == row.verdict, row.record);
    CHECK_MESSAGE(s.header_reason.find(row.reason) != std::string_view::npos, row.record);
    CHECK(!s.no_key);
  }
}

TEST_CASE("a file of keys is refused with the line that is wrong") {
  struct {
    std::string_view text, error;
  } const rows[] = {
      {"# nothing\n\n; nothing\n", ""},
      {"s._domainkey.shop.example \"v=DKIM1; p=\"\n", ""},
      {"\nshop.example \"v=DKIM1; p=AAAA\"\n", "f:2: 'shop.example' names no key"},
      {"._domainkey.shop.example \"p=\"\n", "f:1: '._domainkey.shop.example' names no key"},
      {"s._domainkey.shop.example\n", "f:1: the record is no list of tags"},
      {"s._domainkey.shop.example \"v=DKIM1; p=\n", "f:1: the text of the record"},
      {"s._domainkey.shop.example \"v=DKIM2; p=\"\n", "f:1: v= is not DKIM1"},
      {"s._domainkey.shop.example \"v=DKIM1; k=rsa\"\n", "f:1: p= is missing"},
      {"s._domainkey.shop.example \"k=dsa; p=AAAA\"\n", "f:1: k= is neither"},
      {"s._domainkey.shop.example \"p=AAA\"\n", "f:1: p= is no base64"},
      {"s._domainkey.shop.example ( \"p=\"\n\n", "f:1: a parenthesis"},
  };
  for (const auto& row : rows) {
    DkimKeys keys;
    std::string error;
    try {
      ReadDkimKeys("f", row.text, keys);
    } catch (const std::invalid_argument& caught) {
      error = caught.what();
    }
    CHECK_MESSAGE(error.starts_with(row.error), error);
    CHECK(error.empty() == row.error.empty());
  }
}

TEST_CASE("what hosts noted is read past comments and quotes") {
  struct {
    std::string_view value;
    bool arc;
    std::string_view read;
  } const rows[] = {
      {"mx.mail.example; dkim=pass header.d=Shop.example header.s=s1", false,
       "mx.mail.example pass shop.example s1 "},
      {" mx.mail.example 1;\r\n spf=pass smtp.mailfrom=a@b.example;\r\n\tdkim = pass (2048; key) "
       "header.i=@shop.example",
       false, "mx.mail.example pass   @shop.example"},
      {"i=1; mx.mail.example; dkim=fail reason=\"a; b=c\" header.d=shop.example; dkim=none", true,
       "mx.mail.example fail shop.example  |none   "},
      {"(a (nested) comment) mx.mail.example; none", false, "mx.mail.example "},
      {"mx.mail.example; dkim=pass (open", false, "mx.mail.example pass   "},
      {"", false, " "},
      {"; dkim=pass", false, " "},
      {"=; dkim=pass", false, " "},
  };
  for (const auto& row : rows) {
    const HostResults results = ReadHostResults(row.value, row.arc);
    std::string read = std::string(results.host) + " ";
    for (size_t i = 0; i < results.dkim.size(); ++i)
      read +=
          fmt::format("{}{} {} {} {}", i == 0 ? "" : "|", results.dkim[i].result,
                      results.dkim[i].domain, results.dkim[i].selector, results.dkim[i].identity);
    CHECK(read == row.read);
  }
}

TEST_CASE("a host is believed only if the user names it") {
  const std::string raw =
      "Authentication-Results: evil.example; dkim=pass header.d=bank.example\n"
      "Authentication-Results: MX.mail.example; dkim=pass header.d=shop.example\n"
      "ARC-Authentication-Results: i=2; mx.mail.example; dkim=fail header.d=shop.example\n"
      "From: a@shop.example\n\ntext\n";
  CHECK(ReadSignatures(raw, {}, {}).results.empty());
  const std::vector<std::string> hosts = {"mx.mail.example"};
  const SignedMail mail = ReadSignatures(raw, {}, hosts);
  REQUIRE(mail.results.size() == 2);
  CHECK(mail.results[0].result == "pass");
  CHECK(mail.results[0].domain == "shop.example");
  CHECK(!mail.results[0].arc);
  CHECK(mail.results[1].result == "fail");
  CHECK(mail.results[1].arc);
}

TEST_CASE("hostile mails are read in linear time, and what is passed over is counted") {
  const std::string big(size_t{1} << 20, 'x');
  std::string many, names;
  for (int i = 0; i < 10000; ++i)
    many +=
        "DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=s; h=from;\n"
        " bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=AAAA\n";
  for (int i = 0; i < 200000; ++i) names += "from:";
  const std::string end = "From: a@shop.example\n\ntext\n";
  const SignedMail mail = ReadSignatures(many + end, {}, {});
  CHECK(mail.signatures.size() == 10);
  CHECK(mail.more_signatures == 9990);
  for (const std::string& value :
       {big, ";" + big, big + "=" + big, "h=" + names,
        "v=1; h=" + big + "; d=" + big + "; i=" + big, std::string(1 << 20, ';'),
        std::string(1 << 20, '='), std::string("a=b;") + big, std::string("\0\xFF=\x80;", 6)}) {
    const SignedMail read = ReadSignatures("DKIM-Signature: " + value + "\n" + end, {}, {});
    REQUIRE(read.signatures.size() == 1);
    const Signature& s = read.signatures[0];
    CHECK(Verdicts(s) == "not-checked invalid");
    CHECK(s.domain.size() + s.selector.size() + s.identity.size() + s.algorithm.size() < 2000);
    CHECK(s.headers.size() < 2001);
  }
  const std::vector<std::string> hosts = {"mx.mail.example"};
  std::string results = "Authentication-Results: mx.mail.example";
  for (int i = 0; i < 50000; ++i) results += "; dkim=pass header.d=shop.example";
  const SignedMail told = ReadSignatures(
      results + "\nAuthentication-Results: " + std::string(1 << 20, '(') + "\n" + end, {}, hosts);
  CHECK(told.results.size() == 20);
  CHECK(told.more_results == 30);
  for (const std::string& raw :
       {std::string(), std::string("\n"), std::string("\r\n"), std::string("DKIM-Signature:"),
        std::string("DKIM-Signature:\n \n"), many})
    CHECK(ReadSignatures(raw, {}, hosts).results.empty());
}

}  // namespace
}  // namespace threadlint::mail
