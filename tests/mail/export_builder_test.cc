#include "mail/export_builder.h"

#include "mail/envelope.h"
#include "mail/separator_date.h"
#include "util/civil_time.h"

#include <doctest/doctest.h>

namespace threadlint::mail {
namespace {

Timestamp At(int64_t seconds) {
  Timestamp t;
  t.seconds = seconds;
  t.valid = true;
  return t;
}

constexpr int64_t kNow = 1'700'000'000, kDay = 86'400;

TEST_CASE("which of three times is believed") {
  const Timestamp none;
  const struct {
    const char* why;
    Timestamp date, received, separator;
    DateSource source;
    int64_t seconds;
    bool disagree;
  } kTable[] = {
      {"agreeing clocks: the writer's", At(kNow), At(kNow + 60), none, DateSource::kDate, kNow,
       false},
      {"a day and more apart: the relay's", At(kNow), At(kNow + 2 * kDay), none,
       DateSource::kReceived, kNow + 2 * kDay, true},
      {"the writer lives in the future", At(kNow + 90 * kDay), At(kNow), none,
       DateSource::kReceived, kNow, true},
      {"1970", At(5), At(kNow), none, DateSource::kReceived, kNow, true},
      {"1970 in both", At(5), At(9), At(kNow), DateSource::kSeparator, kNow, false},
      {"the relay's is nonsense", At(kNow), At(7), none, DateSource::kDate, kNow, true},
      {"no relay", At(kNow), none, At(kNow + 9 * kDay), DateSource::kDate, kNow, false},
      {"no date", none, At(kNow), none, DateSource::kReceived, kNow, false},
      {"separator only", none, none, At(kNow), DateSource::kSeparator, kNow, false},
      {"nothing", none, none, none, DateSource::kNone, 0, false},
      {"nonsense is all there is", At(5), none, none, DateSource::kDate, 5, false},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.why);
    const CredibleDate got = ChooseDate(row.date, row.received, row.separator);
    CHECK(got.source == row.source);
    CHECK(got.seconds == row.seconds);
    CHECK(got.disagree == row.disagree);
  }
}

TEST_CASE("who wrote a mail that came by a list") {
  const struct {
    const char *why, *header, *from, *name;
  } kTable[] = {
      {"the list's address by its id",
       "From: Ada Verne via users <users@lists.example>\nReply-To: Ada Verne <ada@mail.example>\n"
       "List-Id: <users.lists.example>\n",
       "ada@mail.example", "Ada Verne"},
      {"the author has no name in Reply-To",
       "From: \"Ada Verne via users\" <users@lists.example>\nReply-To: ada@mail.example\n"
       "List-Id: <users.lists.example>\n",
       "ada@mail.example", "Ada Verne"},
      {"an alias of the list, to which the mail went",
       "From: Ada via users <users-bounces@lists.example>\nTo: users-bounces@lists.example\n"
       "Reply-To: users-bounces@lists.example, ada@mail.example\n"
       "List-Id: <users.lists.example>\n",
       "ada@mail.example", "Ada"},
      {"answers go to the list, the author is in From",
       "From: Ada <ada@mail.example>\nReply-To: users@lists.example\n"
       "List-Id: <users.lists.example>\n",
       "ada@mail.example", "Ada"},
      {"a copy to herself, answers elsewhere",
       "From: Ada <ada@mail.example>\nCc: ada@mail.example\nReply-To: ada@work.example\n"
       "List-Id: <users.lists.example>\n",
       "ada@mail.example", "Ada"},
      {"no list", "From: Shop <help@shop.example>\nReply-To: help+8FJ2@shop.example\n",
       "help@shop.example", "Shop"},
      {"the list itself writes",
       "From: users@lists.example\nReply-To: users@lists.example\nList-Id: <users.lists.example>\n",
       "users@lists.example", ""},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.why);
    Envelope envelope;
    ReadEnvelope(row.header, envelope);
    Export into;
    AddMessage(into, envelope, {});
    REQUIRE(into.messages.size() == 1);
    CHECK(into[into.messages[0].from] == row.from);
    CHECK(into[into.messages[0].from_name] == row.name);
  }
}

TEST_CASE("which mails return another") {
  const struct {
    const char* header;
    bool bounce;
  } kTable[] = {
      {"From: a@mail.example\n", false},
      {"From: a@mail.example\nReturn-Path: <a@mail.example>\n", false},
      {"From: a@mail.example\nReturn-Path: <>\n", true},
      {"From: Post <MAILER-DAEMON@mx.example>\n", true},
      {"From: Mail Delivery Subsystem <MAILER-DAEMON>\n", true},
      {"From: MAILER-DAEMON <>\n", true},
      {"From: a@mail.example\nSubject: <>\n", false},
      {"From: post@mx.example\nContent-Type: multipart/report;\n\treport-type=delivery-status; "
       "boundary=b\n",
       true},
      {"From: post@mx.example\nContent-Type: Multipart/Report; boundary=b\n", true},
      {"From: post@mx.example\nContent-Type: multipart/report; report-type=feedback-report\n",
       false},
      {"From: post@mx.example\nContent-Type: multipart/report; "
       "report-type=\"disposition-notification\"\n",
       false},
      {"From: post@mx.example\nContent-Type: multipart/related; boundary=b\n", false},
      {"From: post@mx.example\nContent-Type: message/delivery-status\n", true},
      {"From: post@mx.example\nX-Failed-Recipients: b@shop.example\n", true},
      // Answering machines have nobody to return to either.
      {"From: a@mail.example\nReturn-Path: <>\nAuto-Submitted: auto-replied\n", false},
      {"From: mailer-daemon@mx.example\nReturn-Path: <>\nAuto-Submitted: auto-replied\n", true},
      {"From: post@mx.example\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; "
       "report-type=delivery-status\n",
       true},
  };
  Envelope envelope;
  for (const auto& row : kTable) {
    CAPTURE(row.header);
    ReadEnvelope(row.header, envelope);
    Export into;
    AddMessage(into, envelope, {});
    REQUIRE(into.messages.size() == 1);
    CHECK(bool{into.messages[0].bounce} == row.bounce);
  }
}

TEST_CASE("dates of separator lines") {
  const struct {
    const char *line, *date;
  } kTable[] = {
      {"From ada@x.example Tue Apr  2 10:00:00 2024\n", "2024-04-02T10:00:00Z"},
      {"From - Tue Apr  2 10:00:00 2024\r\n", "2024-04-02T10:00:00Z"},
      {"From ada at x.example  Tue Apr  2 10:00:00 2024\n", "2024-04-02T10:00:00Z"},
      {"From ada Tue Apr  2 10:00:00 1996 remote from host\n", "1996-04-02T10:00:00Z"},
      {"From 1794@xxx Tue Apr 02 10:00:00 +0000 2024\n", "2024-04-02T10:00:00Z"},
      {"From ada@x.example Tue Apr  2 12:00:00 2024 +0200\n", "2024-04-02T12:00:00+02:00"},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.line);
    const Timestamp t = ParseSeparatorDate(row.line);
    REQUIRE(t.valid);
    CHECK(util::FormatIso8601(t.seconds, t.offset_minutes) == row.date);
  }
  for (const char* none : {"From ", "From -\n", "From here on Mondays we are open\n", ""}) {
    CAPTURE(none);
    CHECK_FALSE(ParseSeparatorDate(none).valid);
  }
}

TEST_CASE("fragments join to what one reading gives") {
  const std::vector<std::string> headers = {
      "From: A <a@x.example>\nTo: b@x.example, c@x.example\nMessage-ID: <1@x.example>\n",
      "From: b@x.example\nCc: a@x.example\nMessage-ID: <2@x.example>\n"
      "In-Reply-To: <1@x.example>\nReferences: <0@x.example> <1@x.example>\n",
      "From: c@x.example\nReply-To: r+t@x.example\nMessage-ID: <3@x.example>\n"};
  Envelope envelope;
  Export whole, joined;
  for (const std::string& header : headers) {
    Export fragment;
    ReadEnvelope(header, envelope);
    AddMessage(whole, envelope, {});
    AddMessage(fragment, envelope, {});
    AppendFragment(joined, fragment, joined.messages);
  }
  REQUIRE(whole.messages.size() == joined.messages.size());
  for (size_t i = 0; i < whole.messages.size(); ++i) {
    const Message &a = whole.messages[i], &b = joined.messages[i];
    CHECK(whole[a.from] == joined[b.from]);
    CHECK(whole[a.from_name] == joined[b.from_name]);
    CHECK(MessageName(whole, a) == MessageName(joined, b));
    REQUIRE(whole.Recipients(a).size() == joined.Recipients(b).size());
    REQUIRE(whole.References(a).size() == joined.References(b).size());
    for (size_t k = 0; k < whole.References(a).size(); ++k)
      CHECK(whole[whole.References(a)[k]] == joined[joined.References(b)[k]]);
  }
  CHECK(joined[joined.References(joined.messages[1])[0]] == "0@x.example");
  CHECK(joined[joined.ReplyTo(joined.messages[2])[0]] == "r+t@x.example");
}

}  // namespace
}  // namespace threadlint::mail
