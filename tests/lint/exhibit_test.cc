// Mails read whole, as a case file shows them.
#include "../support/temp_folder.h"
#include "util/sha256.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace threadlint {
namespace {

constexpr std::string_view kMail =
    "Received: from a.example by b.example; Wed, 1 May 2024 12:00:05 +0200\n"
    "Received: from c.example by a.example; Wed, 1 May 2024 11:59:00 +0200\n"
    "From: =?utf-8?q?Zo=C3=AB?= <zoe@post.example>\nTo: Shop <service@shop.example>\n"
    "Subject: Order\n 12\nDate: Wed, 1 May 2024 10:00:00 +0100\n"
    "Message-ID: <CALckR-a8UDkRjO4xJyjd_s0GPxQWw@mail.gmail.com>\n"
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; "
    "charset=iso-8859-1\n\nFrom here on:\ngr\xFC\xDF\n--b\nContent-Type: image/png; "
    "name=\"../../x.png\"\nContent-Transfer-Encoding: base64\n\nYWJj\n--b--\n";

std::string AsMbox(std::string mail) {
  mail.insert(mail.find("From here"), ">");
  return "From MAILER Wed May  1 12:00:00 2024\n" + mail + "\n";
}

std::vector<MessageIndex> AllOf(const Report& report) {
  std::vector<MessageIndex> out;
  for (MessageIndex i = 0; i < report.mail.messages.size(); ++i) out.push_back(i);
  return out;
}

TEST_CASE("An exhibit has the mail's fields, text, attachments and hashes") {
  const test::TempFolder folder;
  Options options;
  options.paths = {folder.Write("one.mbox", AsMbox(std::string(kMail)))};
  options.all = true;
  options.exhibits = AllOf;
  std::map<MessageIndex, std::string> raw;
  options.raw_mail = [&](MessageIndex i, std::string_view bytes) { raw[i] = bytes; };
  const Report report = Lint(options);
  REQUIRE(report.exhibits.size() == 1);
  const Exhibit& e = report.exhibits.front();
  // The mailbox quoted a line that begins with "From "; the writer did not.
  CHECK(raw.at(0) == kMail);
  CHECK(e.quoting == "mboxo");
  CHECK(e.bytes == kMail.size());
  CHECK(e.sha256 == util::Hex(util::Sha256Of(kMail)));
  CHECK(e.edrm_hash == "1de319c276884bd0c9e2f1621ada26cc");
  REQUIRE(e.fields.size() == 8);
  CHECK(e.fields[2].name == "From");
  CHECK(e.fields[2].value == "Zo\xC3\xAB <zoe@post.example>");
  CHECK(e.fields[4].value == "Order 12");
  CHECK(e.text == "From here on:\ngr\xC3\xBC\xC3\x9F");
  REQUIRE(e.sent.has_value());
  CHECK(e.sent->zone_minutes == 60);
  REQUIRE(e.received.has_value());
  CHECK(e.received->seconds - e.sent->seconds == 3605);
  REQUIRE(e.files.size() == 1);
  CHECK(e.files[0].name == "../../x.png");
  CHECK(e.files[0].type == "image/png");
  CHECK(e.files[0].bytes == 3);
  CHECK(e.files[0].sha256 == util::Hex(util::Sha256Of("abc")));
}

TEST_CASE("Only what was asked for is read, and nothing raw where it is to be redacted") {
  const test::TempFolder folder;
  std::string box;
  for (int i = 0; i < 5; ++i) {
    std::string mail(kMail);
    mail.replace(mail.find("CALckR"), 6, "CALck" + std::to_string(i));
    box += AsMbox(mail);
  }
  Options options;
  options.paths = {folder.Write("five.mbox", box)};
  options.all = true;
  options.exhibits = [](const Report& report) {
    CHECK_FALSE(report.redacted);
    return std::vector<MessageIndex>{3, 1, 3, 99};
  };
  size_t calls = 0;
  options.raw_mail = [&](MessageIndex, std::string_view) { ++calls; };
  const Report open = Lint(options);
  REQUIRE(open.exhibits.size() == 2);
  CHECK(open.exhibits[0].message == 1);
  CHECK(open.exhibits[1].message == 3);
  CHECK(calls == 2);
  options.redact = true;
  const Report redacted = Lint(options);
  CHECK(redacted.exhibits.size() == 2);
  CHECK(calls == 2);
  options.exhibits = nullptr;
  CHECK(Lint(options).exhibits.empty());
}

}  // namespace
}  // namespace threadlint
