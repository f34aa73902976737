#include "cases/token_table.h"

#include "cases/build.h"
#include "made_export.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace threadlint {
namespace {

using test::CustomerMail;
using test::DeskMail;

// Role of the token in that address after the whole export was looked at.
std::string RoleOf(const std::vector<std::string>& headers, std::string_view address) {
  Export mail = test::MakeExport(headers);
  const CaseSet set = cases::BuildCases(mail, {});
  for (const Token& token : set.tokens)
    if (mail[token.address] == address)
      return std::string(Name(token.role)) + (token.assumed ? " assumed" : "");
  return "no token";
}

TEST_CASE("stable in its chain, different in another: a case token, established") {
  CHECK(RoleOf({DeskMail("a1", 1, "r+AAA"), DeskMail("a2", 2, "r+AAA", "a1"),
                DeskMail("b1", 3, "r+BBB"), DeskMail("b2", 4, "r+BBB", "b1")},
               "r+AAA@shop.example") == "case");
}

TEST_CASE("one chain alone proves nothing") {
  CHECK(RoleOf({DeskMail("a1", 1, "r+AAA"), DeskMail("a2", 2, "r+AAA", "a1")},
               "r+AAA@shop.example") == "case assumed");
  CHECK(RoleOf({DeskMail("a1", 1, "r+AAA"), DeskMail("a2", 2, "r+AAA", "a1"),
                DeskMail("a3", 3, "r+BBB", "a1 a2")},
               "r+AAA@shop.example") == "case assumed");
}

TEST_CASE("new in every mail: a message token") {
  std::vector<std::string> mails;
  for (int c = 0; c < 3; ++c)
    for (int i = 0; i < 3; ++i)
      mails.push_back(DeskMail(fmt::format("c{}m{}", c, i), 1 + c * 3 + i,
                               fmt::format("r+{}{}", c, i), i > 0 ? fmt::format("c{}m0", c) : ""));
  CHECK(RoleOf(mails, "r+00@shop.example") == "message");
}

TEST_CASE("one tag on many threads is a mailbox") {
  std::vector<std::string> mails;
  for (int c = 0; c < 6; ++c) {
    mails.push_back(DeskMail(fmt::format("q{}", c), 1 + c, "support+uk"));
    mails.push_back(DeskMail(fmt::format("r{}", c), 10 + c, "support+uk", fmt::format("q{}", c)));
  }
  CHECK(RoleOf(mails, "support+uk@shop.example") == "mailbox assumed");
  // A second tag of the same kind beside it changes nothing.
  mails.push_back(DeskMail("z", 20, "support+de"));
  CHECK(RoleOf(mails, "support+uk@shop.example") == "mailbox");
}

TEST_CASE("one tag for several people is a mailbox") {
  std::vector<std::string> mails;
  for (const char* who : {"ada", "bob", "eve"})
    for (int i = 0; i < 2; ++i)
      mails.push_back(
          fmt::format("From: Desk <service@shop.example>\nReply-To: support+eu@shop.example\n"
                      "To: {0}@mail.example\nMessage-ID: <{0}{1}@x.example>\nSubject: Order\n{2}",
                      who, i, i > 0 ? fmt::format("In-Reply-To: <{}0@x.example>\n", who) : ""));
  CHECK(RoleOf(mails, "support+eu@shop.example") == "mailbox assumed");
}

TEST_CASE("a person who tags his own address is no desk") {
  CHECK(RoleOf({"From: ada@verne.example\nReply-To: ada+shop@verne.example\nTo: b@x.example\n"
                "Message-ID: <1@x.example>\n"},
               "ada+shop@verne.example") == "mailbox assumed");
  CHECK(RoleOf({"From: help@verne.example\nReply-To: help+shop@verne.example\nTo: b@x.example\n"
                "Message-ID: <1@x.example>\n"},
               "help+shop@verne.example") == "case assumed");
}

TEST_CASE("a desk that names no earlier mail: its token mends what it cut") {
  std::vector<std::string> mails;
  for (int c = 0; c < 3; ++c)
    for (int i = 0; i < 4; ++i)
      mails.push_back(DeskMail(fmt::format("c{}m{}", c, i), 1 + c * 4 + i, fmt::format("r+T{}", c),
                               "", fmt::format("Order {}", c)));
  CHECK(RoleOf(mails, "r+T1@shop.example").starts_with("case"));
}

TEST_CASE("a private tag in From or To is no token that groups") {
  CHECK(RoleOf({"From: bob+lists@mail.example\nMessage-ID: <1@x.example>\n",
                "From: eve@mail.example\nTo: bob+lists@mail.example\nMessage-ID: <2@x.example>\n"},
               "bob+lists@mail.example") == "mailbox assumed");
}

TEST_CASE("many tags, each in its own thread, are case tokens even without Reply-To") {
  std::vector<std::string> mails;
  for (int c = 0; c < 10; ++c)
    for (int i = 0; i < 2; ++i)
      mails.push_back(
          fmt::format("From: robot+{0}@build.example\nMessage-ID: <{0}.{1}@x.example>\n{2}", c, i,
                      i > 0 ? fmt::format("In-Reply-To: <{}.0@x.example>\n", c) : ""));
  CHECK(RoleOf(mails, "robot+3@build.example") == "case");
}

TEST_CASE("bounce handling is no token") {
  CHECK(RoleOf({"From: a@x.example\nReply-To: list-bounces+ada=mail.example@lists.example\n"},
               "list-bounces+ada=mail.example@lists.example") == "no token");
  CHECK(RoleOf({"From: a@x.example\nReply-To: +x@lists.example\n"}, "+x@lists.example") ==
        "no token");
}

TEST_CASE(
    "the folded spelling of a token is the same token, unless it means something by its case") {
  const auto tokens = [](const char* given, const char* answered) {
    Export mail =
        test::MakeExport({DeskMail("a1", 1, given), CustomerMail("b1", 2, answered, "a1")});
    return cases::BuildCases(mail, {}).tokens.size();
  };
  CHECK(tokens("r+ABC", "r+abc") == 1);
  CHECK(tokens("r+a1b2", "r+A1B2") == 1);
  CHECK(tokens("r+AbC", "r+abc") == 2);
}

}  // namespace
}  // namespace threadlint
