// What strangers may send must not make the program slow: work grows with the input, not with its
// square. Steps are counted, not seconds.
#include "cases/build.h"
#include "cases/copies.h"
#include "made_export.h"

#include <doctest/doctest.h>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <functional>
#include <string>
#include <vector>

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

// What mail i of n says, in its header and in its body.
struct Written {
  std::string header;
  mail::LinkReading body;
};
using Write = std::function<Written(int i, int n)>;

uint64_t StepsOf(const Write& write, int n, Strength join) {
  std::vector<std::string> headers;
  std::vector<mail::LinkReading> bodies;
  for (int i = 0; i < n; ++i) {
    Written written = write(i, n);
    const std::time_t at = 1'704'103'200 + 3600 * static_cast<std::time_t>(i);
    headers.push_back(
        fmt::format("{}Date: {:%d %b %Y %H:%M:%S} +0000\nMessage-ID: <m{}@x.example>\n",
                    written.header, fmt::gmtime(at), i));
    bodies.push_back(std::move(written.body));
  }
  Export mail = test::MakeExport(headers);
  cases::CaseOptions options;
  options.support_domains = {"shop.example"};
  options.join = join;
  cases::CaseBuilder builder(mail, options);
  std::vector<mail::LinkReading> wanted;
  for (const MessageIndex i : builder.Bodies()) wanted.push_back(bodies[i]);
  REQUIRE(wanted.size() == headers.size());
  const CaseSet set = builder.Build(wanted);
  REQUIRE(set.messages.size() == headers.size());
  return builder.steps();
}

std::string FromDesk(std::string_view to, std::string_view subject) {
  return fmt::format("From: service@shop.example\nTo: {}\nSubject: {}\n", to, subject);
}
std::string FromCustomer(std::string_view from, std::string_view subject) {
  return fmt::format("From: {}\nTo: service@shop.example\nSubject: {}\n", from, subject);
}
std::string FromEither(int i, std::string_view subject) {
  return i % 2 == 0 ? FromCustomer("ada@mail.example", subject)
                    : FromDesk("ada@mail.example", subject);
}

mail::ReferenceNumber Order(std::string value) {
  mail::ReferenceNumber number;
  number.value = std::move(value);
  number.labelled = true;
  return number;
}

struct Shape {
  std::string name;
  Write write;
};

std::vector<Shape> Shapes() {
  return {
      {"one subject, one correspondent",
       [](int i, int) {
         return Written{FromEither(i, i % 2 == 0 ? "Lamp" : "Re: Lamp"), {}};
       }},
      {"one token on every mail of many customers",
       [](int i, int) {
         return Written{FromDesk(fmt::format("ada{}@mail.example", i), fmt::format("Lamp {}", i)) +
                            "Reply-To: <service+SAME1234@shop.example>\n",
                        {}};
       }},
      {"one ticket on every mail of many customers",
       [](int i, int) {
         return Written{FromDesk(fmt::format("ada{}@mail.example", i),
                                 fmt::format("[shop.example #4711] Matter {}", i)),
                        {}};
       }},
      {"a thousand references, few of them distinct",
       [](int i, int) {
         std::string header = FromEither(i, "Lamp") + "References:";
         for (int k = 0; k < 1000; ++k) header += fmt::format(" <r{}@x.example>", k % 7);
         return Written{header + "\n", {}};
       }},
      {"reply loops",
       [](int i, int n) {
         return Written{
             FromEither(i, "Lamp") + fmt::format("In-Reply-To: <m{}@x.example>\n"
                                                 "References: <m{}@x.example> <m{}@x.example>\n",
                                                 (i + 1) % n, i, n - 1 - i),
             {}};
       }},
      {"every mail a new thread about the same order",
       [](int i, int) {
         Written out{FromEither(i, fmt::format("Matter {}", i)), {}};
         out.body.numbers = {Order("4711081")};
         return out;
       }},
      {"every mail a new title in one thread",
       [](int i, int) {
         return Written{FromEither(i, fmt::format("Matter number {}", i)) +
                            (i > 0 ? "In-Reply-To: <m0@x.example>\n" : ""),
                        {}};
       }},
      {"every mail quotes the same sentence",
       [](int i, int) {
         Written out{FromEither(i, fmt::format("Matter {}", i)), {}};
         out.body.own_lines = out.body.quoted_lines = {1, 2, 3, 4, 5};
         return out;
       }},
      {"two tokens on every mail, in one thread",
       [](int i, int) {
         return Written{FromDesk("ada@mail.example", "Lamp") +
                            fmt::format("Reply-To: <service+A{0}@shop.example>, "
                                        "<service+B{0}@shop.example>\n{1}",
                                        i, i > 0 ? "In-Reply-To: <m0@x.example>\n" : ""),
                        {}};
       }},
      {"another base of tokens in every mail, in one thread",
       [](int i, int) {
         return Written{FromDesk("ada@mail.example", "Lamp") +
                            fmt::format("Reply-To: <desk{0}+T{0}@shop.example>\n{1}", i,
                                        i > 0 ? "In-Reply-To: <m0@x.example>\n" : ""),
                        {}};
       }},
      {"customers with two threads each",
       [](int i, int) {
         return Written{FromCustomer(fmt::format("ada{}@mail.example", i / 2), "Lamp"), {}};
       }},
  };
}

TEST_CASE("four times the mails are some four times the work") {
  constexpr int kMails = 400;
  for (const Shape& shape : Shapes())
    for (const Strength join : {Strength::kMedium, Strength::kWeak}) {
      CAPTURE(shape.name);
      const uint64_t few = StepsOf(shape.write, kMails, join);
      const uint64_t many = StepsOf(shape.write, 4 * kMails, join);
      CHECK(few >= kMails);
      CHECK(static_cast<double>(many) <= 4.5 * static_cast<double>(few));
    }
}

}  // namespace
}  // namespace threadlint
