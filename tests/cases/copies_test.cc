#include "cases/copies.h"

#include "made_export.h"

#include <doctest/doctest.h>

namespace threadlint::cases {
namespace {

Content Says(char what, const char* sha) {
  Content content;
  content.digest.fill(static_cast<uint8_t>(what));
  content.undated.fill(static_cast<uint8_t>(what & 0x1f));  // '1' and 'Q' differ by their date
  content.sha256 = sha;
  return content;
}

Export FourMails() {
  return test::MakeExport({"Message-ID: <a@x.example>\n", "Message-ID: <a@x.example>\n",
                           "Message-ID: <b@x.example>\n", "Subject: no id\n"});
}

TEST_CASE("only mails that share an id or have none must be read") {
  CHECK(MessagesToCompare(FourMails()) == std::vector<MessageIndex>{0, 1, 3});
}

TEST_CASE("the same content under one id is a copy") {
  Export mail = FourMails();
  ResolveCopies(mail, {0, 1, 3},
                {Says('1', "bbbbbbbbbbbbbb"), Says('1', "aaaaaaaaaaaaaa"), Says('2', "cc")});
  // The one with the smaller hash is the message, whatever the order of the files.
  CHECK(mail.messages[0].copy_of == 1);
  CHECK(mail.messages[1].copy_of == kNoMessage);
  CHECK_FALSE(static_cast<bool>(mail.messages[1].id_collides));
  CHECK(MessageName(mail, mail.messages[1]) == "<a@x.example>");
  CHECK(MessageName(mail, mail.messages[2]) == "<b@x.example>");
  CHECK(MessageName(mail, mail.messages[3]) == "sha256:cc");
}

TEST_CASE("other content under one id is another message with a name of its own") {
  Export mail = FourMails();
  ResolveCopies(mail, {0, 1, 3},
                {Says('1', "bbbbbbbbbbbbbb"), Says('2', "aaaaaaaaaaaaaa"), Says('2', "cc")});
  CHECK(mail.messages[0].copy_of == kNoMessage);
  CHECK(static_cast<bool>(mail.messages[0].id_collides));
  CHECK(MessageName(mail, mail.messages[0]) == "<a@x.example>#bbbbbbbbbbbb");
  CHECK(MessageName(mail, mail.messages[1]) == "<a@x.example>#aaaaaaaaaaaa");
}

TEST_CASE("names that last do not depend on raw bytes, nor on what comes later") {
  const std::vector<std::string> headers = {
      "Message-ID: <a@x.example>\nDate: 2 Apr 2024 10:00 +0000\n",
      "Message-ID: <a@x.example>\nDate: 1 Apr 2024 10:00 +0000\n", "Subject: no id\n"};
  const auto keys = [&](const char* one, const char* two) {
    Export mail = test::MakeExport(headers);
    ResolveCopies(mail, {0, 1, 2}, {Says('1', one), Says('2', two), Says('3', one)});
    std::vector<std::string> out;
    for (const Message& m : mail.messages) out.emplace_back(MessageKey(mail, m));
    return out;
  };
  const auto expected = keys("bbbbbbbbbbbbbb", "aaaaaaaaaaaaaa");
  CHECK(expected == keys("cccccccccccccc", "dddddddddddddd"));
  // The oldest is named as if it were alone.
  CHECK(expected[1] == "a@x.example");
  CHECK(expected[0] == "a@x.example#313131313131");
  CHECK(expected[2].starts_with("content:3333"));
}

TEST_CASE("which of two copies counts is not for their raw bytes to say") {
  for (const char* sha : {"aaaaaaaaaaaaaa", "cccccccccccccc"}) {
    Export mail = test::MakeExport({"Message-ID: <a@x.example>\nReply-To: one@x.example\n",
                                    "Message-ID: <a@x.example>\nReply-To: two@x.example\n"});
    ResolveCopies(mail, {0, 1}, {Says('1', sha), Says('1', "bbbbbbbbbbbbbb")});
    CHECK(mail.messages[1].copy_of == 0);
  }
}

TEST_CASE("a mail sent once more is told from one that says something else") {
  Export mail = FourMails();
  ResolveCopies(mail, {0, 1, 3}, {Says('1', "aa"), Says('Q', "bb"), Says('2', "cc")});
  CHECK(static_cast<bool>(mail.messages[0].id_collides));
  CHECK(static_cast<bool>(mail.messages[0].resent));
  mail = FourMails();
  ResolveCopies(mail, {0, 1, 3}, {Says('1', "aa"), Says('2', "bb"), Says('2', "cc")});
  CHECK(static_cast<bool>(mail.messages[0].id_collides));
  CHECK_FALSE(static_cast<bool>(mail.messages[0].resent));
}

TEST_CASE("mails without an id are copies if they say the same") {
  Export mail = test::MakeExport({"Subject: x\n", "Subject: x\n", "Subject: y\n"});
  ResolveCopies(mail, {0, 1, 2}, {Says('1', "aa"), Says('1', "aa"), Says('2', "bb")});
  CHECK(mail.messages[1].copy_of == 0);
  CHECK(mail.messages[2].copy_of == kNoMessage);
}

}  // namespace
}  // namespace threadlint::cases
