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
  CHECK_FALSE(mail.messages[1].id_collides);
  CHECK(MessageName(mail, mail.messages[1]) == "<a@x.example>");
  CHECK(MessageName(mail, mail.messages[2]) == "<b@x.example>");
  CHECK(MessageName(mail, mail.messages[3]) == "sha256:cc");
}

TEST_CASE("other content under one id is another message with a name of its own") {
  Export mail = FourMails();
  ResolveCopies(mail, {0, 1, 3},
                {Says('1', "bbbbbbbbbbbbbb"), Says('2', "aaaaaaaaaaaaaa"), Says('2', "cc")});
  CHECK(mail.messages[0].copy_of == kNoMessage);
  CHECK(mail.messages[0].id_collides);
  CHECK(MessageName(mail, mail.messages[0]) == "<a@x.example>#bbbbbbbbbbbb");
  CHECK(MessageName(mail, mail.messages[1]) == "<a@x.example>#aaaaaaaaaaaa");
}

TEST_CASE("a mail sent once more is told from one that says something else") {
  Export mail = FourMails();
  ResolveCopies(mail, {0, 1, 3}, {Says('1', "aa"), Says('Q', "bb"), Says('2', "cc")});
  CHECK(mail.messages[0].id_collides);
  CHECK(mail.messages[0].resent);
  mail = FourMails();
  ResolveCopies(mail, {0, 1, 3}, {Says('1', "aa"), Says('2', "bb"), Says('2', "cc")});
  CHECK(mail.messages[0].id_collides);
  CHECK_FALSE(mail.messages[0].resent);
}

TEST_CASE("mails without an id are copies if they say the same") {
  Export mail = test::MakeExport({"Subject: x\n", "Subject: x\n", "Subject: y\n"});
  ResolveCopies(mail, {0, 1, 2}, {Says('1', "aa"), Says('1', "aa"), Says('2', "bb")});
  CHECK(mail.messages[1].copy_of == 0);
  CHECK(mail.messages[2].copy_of == kNoMessage);
}

}  // namespace
}  // namespace threadlint::cases
