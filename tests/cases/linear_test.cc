// What strangers may send must not make the program slow: work grows with the input, not with its
// square. Steps are counted, not seconds.
#include "cases/build.h"
#include "cases/copies.h"
#include "made_export.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace threadlint {
namespace {

struct Size {
  size_t input = 0;   // ids and addresses named
  size_t output = 0;  // links, missing mails, tokens
};

Size SizeOf(const std::vector<std::string>& headers) {
  Export mail = test::MakeExport(headers);
  const CaseSet set = cases::BuildCases(mail, {});
  size_t tokens = set.tokens.size();
  for (const Segment& segment : set.segments) tokens += segment.tokens.size();
  return {mail.lists.size() + mail.messages.size(),
          set.links.size() + set.missing.size() + set.messages.size() + tokens};
}

std::string ManyReferences(int mail, int count) {
  std::string out = fmt::format("Message-ID: <m{}@x.example>\nReferences:", mail);
  for (int i = 0; i < count; ++i) out += fmt::format(" <r{}@x.example>", i);
  return out + "\n";
}

TEST_CASE("References of thousands of ids, the same in every mail") {
  std::vector<std::string> mails;
  for (int i = 0; i < 60; ++i) mails.push_back(ManyReferences(i, 2000));
  const Size size = SizeOf(mails);
  // Each missing mail is listed once, not once a mail that names it.
  CHECK(size.output < 3000);
  CHECK(size.input >= 60 * 2000);
}

TEST_CASE("one token on everything, and a token a mail on one thread") {
  std::vector<std::string> one, many;
  for (int i = 0; i < 3000; ++i) {
    one.push_back(test::DeskMail(fmt::format("m{}", i), 1 + i % 28, "r+SAME"));
    many.push_back(
        test::DeskMail(fmt::format("m{}", i), 1 + i % 28, fmt::format("r+T{}", i), "m0"));
  }
  CHECK(SizeOf(one).output <= 4 * one.size());
  CHECK(SizeOf(many).output <= 6 * many.size());
}

TEST_CASE("all mails with one Message-ID, each answering itself") {
  const std::vector<std::string> mails(
      5000, "Message-ID: <a@x.example>\nIn-Reply-To: <a@x.example>\nReferences: <a@x.example>\n");
  Export mail = test::MakeExport(mails);
  const auto read = cases::MessagesToCompare(mail);
  REQUIRE(read.size() == mails.size());
  std::vector<cases::Content> contents(read.size());
  for (size_t i = 0; i < contents.size(); ++i) {
    contents[i].digest[0] = static_cast<uint8_t>(i);
    contents[i].digest[1] = static_cast<uint8_t>(i >> 8);
    contents[i].sha256 = fmt::format("{:064}", i);
  }
  cases::ResolveCopies(mail, read, contents);
  const CaseSet set = cases::BuildCases(mail, {});
  CHECK(set.cases.size() == 1);
  CHECK(set.messages.size() == mails.size());
  CHECK(set.links.size() <= mails.size());
}

}  // namespace
}  // namespace threadlint
