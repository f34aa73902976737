#include "cases/breaks.h"

#include "cases/build.h"
#include "made_export.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace threadlint {
namespace {

using test::CustomerMail;
using test::DeskMail;

// "token-changed m3 after m2 reach 2 before 2", one a break, "; " between them.
std::string BreaksOf(const std::vector<std::string>& headers) {
  Export mail = test::MakeExport(headers);
  const CaseSet set = cases::BuildCases(mail, {});
  std::string out;
  const auto local = [&](MessageIndex i) {
    const std::string_view id = mail[mail.messages[i].message_id];
    return id.substr(0, id.find('@'));
  };
  for (const Break& b : set.breaks)
    out += fmt::format("{}{} {} after {} reach {} before {}", out.empty() ? "" : "; ", Name(b.kind),
                       local(b.message), local(b.previous), b.reach, b.before);
  return out;
}

TEST_CASE("a token that changes after two mails, the references intact") {
  CHECK(BreaksOf({DeskMail("m1", 1, "r+AAA"), CustomerMail("m2", 2, "r+AAA", "m1"),
                  DeskMail("m3", 3, "r+AAA", "m1 m2"), CustomerMail("m4", 4, "r+AAA", "m1 m2 m3"),
                  DeskMail("m5", 5, "r+BBB", "m1 m2 m3 m4"),
                  CustomerMail("m6", 6, "r+BBB", "m1 m2 m3 m4 m5")}) ==
        "token-changed m5 after m3 reach 2 before 2");
}

TEST_CASE("a token that goes") {
  CHECK(BreaksOf({DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
                  DeskMail("m3", 3, "", "m1 m2"), DeskMail("m4", 4, "", "m1 m2 m3")}) ==
        "token-removed m3 after m2 reach 2 before 2");
}

TEST_CASE("a token that goes for a while, and the customer answers meanwhile") {
  CHECK(BreaksOf({DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
                  DeskMail("m3", 3, "", "m2"), CustomerMail("m4", 4, "service", "m3"),
                  DeskMail("m5", 5, "r+AAA", "m4"), DeskMail("m6", 6, "r+AAA", "m5")}) ==
        "token-removed m3 after m2 reach 2 before 2");
}

TEST_CASE("a number that the desk puts before the subject hides no break") {
  CHECK(BreaksOf({DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
                  CustomerMail("m3", 3, "r+AAA", "m2", "Re: Order"),
                  DeskMail("m4", 4, "r+BBB", "m3", "[Shop #8833] Order")}) ==
        "token-changed m4 after m2 reach 1 before 2");
}

TEST_CASE("two changes are two breaks") {
  CHECK(BreaksOf({DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
                  DeskMail("m3", 3, "r+BBB", "m2"), DeskMail("m4", 4, "r+BBB", "m3"),
                  DeskMail("m5", 5, "r+BBB", "m4"), DeskMail("m6", 6, "r+CCC", "m5"),
                  DeskMail("m7", 7, "r+CCC", "m6")}) ==
        "token-changed m3 after m2 reach 5 before 2; token-changed m6 after m5 reach 2 before 3");
}

TEST_CASE("no break") {
  const struct {
    const char* why;
    std::vector<std::string> mails;
  } kCases[] = {
      {"the token stays", {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1")}},
      {"one mail with a token is no custom",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+BBB", "m1")}},
      {"it comes back",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"), DeskMail("m3", 3, "", "m2"),
        DeskMail("m4", 4, "r+AAA", "m3")}},
      {"it comes back, and the customer had used it all the time",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"), DeskMail("m3", 3, "", "m2"),
        CustomerMail("m4", 4, "r+AAA", "m3"), DeskMail("m5", 5, "r+AAA", "m4")}},
      {"a machine's acknowledgement has none",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "", "m2") + "Auto-Submitted: auto-replied\n"}},
      {"the customer opened another matter",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        CustomerMail("m3", 3, "r+AAA", "m2", "New address"),
        DeskMail("m4", 4, "r+BBB", "m3", "Re: New address")}},
      {"folded to lower case",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "r+aaa", "m2")}},
      {"a transfer to another queue keeps it",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "billing+AAA", "m2"), CustomerMail("m4", 4, "billing+AAA", "m3"),
        DeskMail("m5", 5, "billing+AAA", "m4")}},
      {"the second Reply-To, or Cc, carries it",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "service", "m2") + "Reply-To: r+AAA@shop.example\n",
        DeskMail("m4", 4, "", "m3") + "Cc: r+AAA@shop.example\n"}},
      {"another queue of the organisation speaks too",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "billing+XYZ", "m2"), DeskMail("m4", 4, "billing+XYZ", "m3")}},
      {"a note to a colleague",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        "From: service@shop.example\nTo: lead@shop.example\nMessage-ID: <m3@x.example>\n"
        "Date: 3 Apr 2024 10:00:00 +0000\nIn-Reply-To: <m2@x.example>\nSubject: Order\n"}},
      {"a colleague of the same house writes",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        "From: eve@shop.example\nTo: ada@mail.example\nMessage-ID: <m3@x.example>\n"
        "Date: 3 Apr 2024 10:00:00 +0000\nIn-Reply-To: <m2@x.example>\nSubject: Order\n"}},
      {"a machine among people, with a token of its own",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "r+BBB", "m2") + "Auto-Submitted: auto-generated\n"}},
      {"an out-of-office note, last of all, with a token of its own",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "r+BBB", "m2") + "Precedence: auto_reply\n"}},
      {"passed on by a list",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "", "m2") + "List-Id: <users.shop.example>\n"}},
      {"the desk writes of something else",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "", "m2", "How did we do?")}},
      {"quotes around the local part",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        DeskMail("m3", 3, "\"r+AAA\"", "m2")}},
      {"another organisation joins in",
       {DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
        "From: depot@carrier.example\nTo: ada@mail.example\nMessage-ID: <m3@x.example>\n"
        "Date: 3 Apr 2024 10:00:00 +0000\nIn-Reply-To: <m2@x.example>\n"}},
  };
  for (const auto& c : kCases) {
    CHECK_MESSAGE(BreaksOf(c.mails) == "", std::string(c.why));
  }
}

TEST_CASE("the customer lets go of the token, and what the desk does then is no break of its own") {
  CHECK(BreaksOf({DeskMail("m1", 1, "r+AAA"), DeskMail("m2", 2, "r+AAA", "m1"),
                  CustomerMail("m3", 3, "service", "m2"), DeskMail("m4", 4, "r+BBB", "m3")}) ==
        "reply-without-token m3 after m2 reach 2 before 2");
}

TEST_CASE("a desk that never repeats a token is not accused") {
  std::vector<std::string> mails;
  for (int i = 0; i < 9; ++i)
    mails.push_back(DeskMail(fmt::format("m{}", i), 1 + i, fmt::format("r+T{}", i),
                             i > 0 ? fmt::format("m{}", i - 1) : ""));
  CHECK(BreaksOf(mails) == "");
}

TEST_CASE("a desk that changes its ways from new tokens to lasting ones is not accused") {
  std::vector<std::string> mails;
  for (int c = 0; c < 8; ++c)
    for (int i = 0; i < 3; ++i)
      mails.push_back(DeskMail(fmt::format("c{}m{}", c, i), 1 + 3 * c + i,
                               c < 2 ? fmt::format("r+{}{}", c, i) : fmt::format("r+{}", c),
                               i > 0 ? fmt::format("c{}m0", c) : ""));
  CHECK(BreaksOf(mails) == "");
}

TEST_CASE("the address that an answer goes to") {
  Export mail = test::MakeExport({"From: a@x.example\nReply-To: b@x.example, c@x.example\n",
                                  "From: a@x.example\n", "To: z\n"});
  CHECK(mail[cases::AnswerAddress(mail, mail.messages[0])] == "b@x.example");
  CHECK(mail[cases::AnswerAddress(mail, mail.messages[1])] == "a@x.example");
  CHECK(cases::AnswerAddress(mail, mail.messages[2]) == 0);
}

}  // namespace
}  // namespace threadlint
