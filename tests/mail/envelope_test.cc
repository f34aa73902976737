#include "mail/envelope.h"

#include "mail/header_block.h"
#include "util/civil_time.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace threadlint::mail {
namespace {

std::string ReadSample(const std::string& name) {
  std::ifstream file(std::string(THREADLINT_SOURCE_DIR) + "/testdata/mail/headers/" + name,
                     std::ios::binary);
  REQUIRE(file.good());
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

Envelope Read(std::string_view block) {
  Envelope envelope;
  ReadEnvelope(block, envelope);
  return envelope;
}

using Ids = std::vector<std::string>;
using Mailboxes = std::vector<Mailbox>;

TEST_CASE("a plain header") {
  Envelope e = Read(ReadSample("plain.txt"));
  CHECK(e.message_id == "20240503140500.1@example.org");
  CHECK(e.in_reply_to == Ids{"20240502090000.7@example.net"});
  CHECK(e.references == Ids{"20240501080000.1@example.net", "20240502090000.7@example.net"});
  CHECK(e.from == Mailboxes{{"Berg, Anna", "anna@example.org"}});
  CHECK(e.to == Mailboxes{{"Joe Doe", "joe@example.net"}, {"", "support@example.com"}});
  CHECK(e.cc == Mailboxes{{"Team", "team@example.com"}});
  CHECK(e.delivered_to == Ids{"joe@example.net"});
  CHECK(e.return_path == "anna@example.org");
  CHECK(e.subject == "Your order 123");
  CHECK(util::FormatIso8601(e.date.seconds, e.date.offset_minutes) == "2024-05-03T14:05:00+02:00");
  CHECK(e.received.seconds == e.date.seconds + 12);
  CHECK(e.list_id == "orders.lists.example.com");
  CHECK(e.auto_submitted == "auto-replied");
  CHECK(e.provider_thread == 1800000000000000123U);
  CHECK(e.notes.Empty());
}

// The first eight bytes of the SHA-256 of the 22 that name the conversation, made odd.
TEST_CASE("a conversation has one number in every process") {
  const Envelope e = Read("Thread-Index: AQHaQ1wVxFQHkLXOLEqPHuW94kF83A==\n");
  CHECK(e.provider_thread == 0x12dc0e9c5b969781U);
}

TEST_CASE("an encoded header") {
  Envelope e = Read(ReadSample("encoded.txt"));
  CHECK(e.message_id == "abc@example.org");
  CHECK(e.from == Mailboxes{{"Jörg Müller", "joerg@example.org"}});
  CHECK(e.to == Mailboxes{{"François Eé", "f@example.org"}, {"Whole", "whole@example.org"}});
  CHECK(e.reply_to == Mailboxes{{"é", "cs+reply@example.com"}, {"Zwei", "zwei@example.com"}});
  CHECK(e.subject == "split €中 and raw é");
  CHECK(util::FormatIso8601(e.date.seconds, e.date.offset_minutes) == "2024-05-03T14:05:00+02:00");
  CHECK(e.sent_label);
  CHECK(e.draft);
  CHECK_FALSE(e.trash);
  CHECK(e.notes.Has(MailNote::kSeveralReplyTo));
  CHECK(e.notes.Has(MailNote::kOddMessageId));
}

TEST_CASE("a broken header") {
  Envelope e = Read(ReadSample("broken.txt"));
  CHECK(e.from == Mailboxes{{"Support: team", "s@example.com"}});
  CHECK(e.to == Mailboxes{{"Joe", "joe@example.net"},
                          {"Ann", "ann@example.net"},
                          {"Doe, Jim", "jim@example.net"}});
  CHECK(e.message_id == "abc@example.org");
  CHECK(e.in_reply_to == Ids{"9405031400.AA1@example.org"});
  CHECK(e.references == Ids{"a@example.org", "cut()mail!example!org"});
  CHECK(e.trash);
  CHECK_FALSE(e.date.valid);
  for (MailNote note :
       {MailNote::kBadHeaderLine, MailNote::kUnreadableDate, MailNote::kSeveralMessageIds,
        MailNote::kOddMessageId, MailNote::kUnknownCharset})
    CHECK(e.notes.Has(note));
}

TEST_CASE("what is missing is noted") {
  Envelope e = Read("Subject: x\n");
  CHECK(e.notes.Has(MailNote::kNoMessageId));
  CHECK(e.notes.Has(MailNote::kNoFrom));
  CHECK(e.notes.Has(MailNote::kNoDate));
  CHECK_FALSE(e.notes.Has(MailNote::kUnreadableDate));
}

TEST_CASE("fields that stand twice") {
  Envelope e = Read(
      "From:\nFrom: a@x.example\nFrom: b@x.example\nTo: c@x.example\nTo: d@x.example\n"
      "Subject: one\nSubject: two\nDate: never\nDate: 3 May 2024 14:05 +0000\n"
      "Message-ID: <1@x>\nMessage-ID: <2@x>\nReferences: <3@x>\nReferences: <4@x> <3@x>\n"
      "In-Reply-To:\nIn-Reply-To: 5@x\n");
  CHECK(e.from == Mailboxes{{"", "a@x.example"}});
  CHECK(e.to == Mailboxes{{"", "c@x.example"}, {"", "d@x.example"}});
  CHECK(e.subject == "one");
  CHECK(e.date.valid);
  CHECK(e.message_id == "1@x");
  CHECK(e.notes.Has(MailNote::kSeveralMessageIds));
  CHECK(e.references == Ids{"3@x", "4@x"});
  CHECK(e.in_reply_to == Ids{"5@x"});
}

TEST_CASE("a mail is never its own ancestor, and ids stand once") {
  std::string block = "Message-ID: <1@x>\nIn-Reply-To: <1@x>\nReferences:";
  for (int i = 0; i < 100; ++i) block += " <" + std::to_string(i % 40) + "@x>\n";
  Envelope e = Read(block);
  CHECK(e.in_reply_to.empty());
  REQUIRE(e.references.size() == 39);
  CHECK(e.references[0] == "0@x");
  CHECK(e.references[1] == "2@x");
  CHECK(e.references.back() == "39@x");
}

TEST_CASE("marks of mail programs") {
  struct {
    std::string_view header;
    bool draft, trash, spam, sent;
  } const rows[] = {
      {"X-Gmail-Labels: Inbox,Important,\"Category personal\"", false, false, false, false},
      {"X-Gmail-Labels: Sent,Opened", false, false, false, true},
      {"X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=", true, false, false, false},
      {"X-Gmail-Labels: Papierkorb,Spam", false, true, true, false},
      {"X-Gmail-Labels: =?UTF-8?B?6YCB5L+h5riI44G/?=", false, false, false, true},
      {"X-Gmail-Labels: Sentinel,Spammer", false, false, false, false},
      {"X-Mozilla-Status: 0001", false, false, false, false},
      {"X-Mozilla-Status: 0009", false, true, false, false},
      {"X-Mozilla-Status2: 00000000", false, false, false, false},
      {"X-Mozilla-Status2: 00200000", false, true, false, false},
      {"X-Spam-Flag: YES", false, false, false, false},
      {"X-Spam-Flag: NO", false, false, false, false},
      {"X-Spam-Status: Yes, score=9", false, false, false, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.header);
    Envelope e = Read(std::string(row.header) + "\n");
    CHECK(e.draft == row.draft);
    CHECK(e.trash == row.trash);
    CHECK(e.spam == row.spam);
    CHECK(e.sent_label == row.sent);
  }
}

TEST_CASE("delivery fields and paths") {
  Envelope e = Read(
      "Delivered-To: mailing list l@x.example\nX-Original-To: a+T@x.example\n"
      "Envelope-To: a+T@x.example\nReturn-Path: <>\n");
  CHECK(e.delivered_to == Ids{"l@x.example", "a+T@x.example"});
  CHECK(e.return_path == "<>");
  CHECK(Read("Return-Path: bounce+1@x.example\n").return_path == "bounce+1@x.example");
  CHECK(Read("X: y\n").return_path.empty());
}

TEST_CASE("an envelope that is used again holds nothing of the mail before") {
  Envelope used;
  for (const char* name : {"plain.txt", "encoded.txt", "broken.txt", "eight_bit.txt"}) {
    CAPTURE(name);
    ReadEnvelope(ReadSample("plain.txt"), used);
    ReadEnvelope(ReadSample(name), used);
    Envelope fresh = Read(ReadSample(name));
    CHECK(used.message_id == fresh.message_id);
    CHECK(used.in_reply_to == fresh.in_reply_to);
    CHECK(used.references == fresh.references);
    CHECK(used.from == fresh.from);
    CHECK(used.sender == fresh.sender);
    CHECK(used.reply_to == fresh.reply_to);
    CHECK(used.to == fresh.to);
    CHECK(used.cc == fresh.cc);
    CHECK(used.delivered_to == fresh.delivered_to);
    CHECK(used.return_path == fresh.return_path);
    CHECK(used.subject == fresh.subject);
    CHECK(used.date == fresh.date);
    CHECK(used.received == fresh.received);
    CHECK(used.list_id == fresh.list_id);
    CHECK(used.auto_submitted == fresh.auto_submitted);
    CHECK(used.provider_thread == fresh.provider_thread);
    CHECK(used.notes.bits() == fresh.notes.bits());
  }
  used.Clear();
  CHECK(used.references.empty());
  CHECK(used.subject.empty());
}

TEST_CASE("limits are told") {
  std::string long_field = "To: " + std::string(kMaxField + 10, 'a') + "\nSubject: behind\n";
  Envelope e = Read(long_field);
  CHECK(e.notes.Has(MailNote::kHeaderTooLong));
  CHECK(e.subject == "behind");
  std::string many;
  for (size_t i = 0; i <= kMaxFields; ++i) many += "A: 1\n";
  CHECK(Read(many).notes.Has(MailNote::kHeaderTooLong));
}

TEST_CASE("mail that can be read by its key or its program alone is noted") {
  const struct {
    const char* header;
    MailNote note;
  } rows[] = {
      {"Content-Type: multipart/encrypted; boundary=x\n", MailNote::kEncrypted},
      {"Content-Type: Application/PKCS7-MIME; smime-type=enveloped-data\n", MailNote::kEncrypted},
      {"Content-Type: application/ms-tnef\n", MailNote::kTnef},
      {"Content-Type: image/png\n", MailNote::kImageOnly},
  };
  for (const auto& row : rows) {
    CAPTURE(row.header);
    CHECK(Read(row.header).notes.Has(row.note));
  }
  CHECK_FALSE(Read("Content-Type: text/plain\n").notes.Has(MailNote::kEncrypted));
}

TEST_CASE("a machine's answer is told by more than Auto-Submitted") {
  for (const char* header : {"Precedence: auto_reply\n", "X-Autoreply: yes\n",
                             "Auto-Submitted: auto-replied (vacation)\n"}) {
    CAPTURE(header);
    CHECK(Read(header).auto_submitted == "auto-replied");
  }
  for (const char* header : {"Precedence: bulk\n", "Precedence: list\n", "X-Autoreply: no\n"}) {
    CAPTURE(header);
    CHECK(Read(header).auto_submitted.empty());
  }
}

}  // namespace
}  // namespace threadlint::mail
