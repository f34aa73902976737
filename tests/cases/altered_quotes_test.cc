#include "cases/altered_quotes.h"

#include "cases/build.h"
#include "made_export.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace threadlint {
namespace {

using test::CustomerMail;
using test::DeskMail;

struct MadeMail {
  std::string header, text;
};

// "m2 after m1", "(answers)" behind it where it does; "; " between them.
std::string AlterationsOf(const std::vector<MadeMail>& mails) {
  std::vector<std::string> headers;
  for (const MadeMail& mail : mails) headers.push_back(mail.header);
  Export mail = test::MakeExport(headers);
  cases::CaseBuilder builder(mail, {});
  std::vector<mail::LinkReading> readings;
  for (const MessageIndex i : builder.Bodies()) {
    const std::string raw = "\n" + mails[i].text;
    readings.push_back(mail::ReadForLinks(mail::Body(raw), mail::TokenCatalogue::BuiltIn()));
  }
  const CaseSet set = builder.Build(readings);
  std::string out;
  const auto local = [&](MessageIndex i) {
    const std::string_view id = mail[mail.messages[i].message_id];
    return id.substr(0, id.find('@'));
  };
  for (const Case& c : set.cases)
    for (const Alteration& a : set.Alterations(c))
      out += fmt::format("{}{} after {}{}", out.empty() ? "" : "; ", local(a.message),
                         local(a.original), a.answers ? " (answers)" : "");
  return out;
}

constexpr const char* kPaid = "I paid 49.90 euros for the lamp that came without a shade.\n";
constexpr const char* kQuotedLess =
    "No.\n\n> I paid 39.90 euros for the lamp that came without a shade.\n";

MadeMail Desk(const std::string& id, int day, const std::string& references,
              const std::string& text) {
  return {DeskMail(id, day, "r+AAA", references), text};
}
MadeMail Customer(const std::string& id, int day, const std::string& references,
                  const std::string& text) {
  return {CustomerMail(id, day, "r+AAA", references), text};
}

const MadeMail kFirst = Desk("m1", 1, "", "What did you pay?\n");

TEST_CASE("the mail that is answered is quoted with another number") {
  CHECK(AlterationsOf({kFirst, Customer("m2", 2, "m1", kPaid),
                       Desk("m3", 3, "m1 m2", kQuotedLess)}) == "m3 after m2 (answers)");
}

TEST_CASE("what is quoted on is reported where it first stands") {
  CHECK(AlterationsOf({kFirst, Customer("m2", 2, "m1", kPaid), Desk("m3", 3, "m1 m2", kQuotedLess),
                       Customer("m4", 4, "m1 m2 m3",
                                "That is not what I wrote.\n\n> No.\n>\n>> I paid 39.90 euros for "
                                "the lamp that came without a shade.\n")}) ==
        "m3 after m2 (answers)");
}

TEST_CASE("two paragraphs are two alterations, two readings of one are not") {
  const std::string text = std::string(kPaid) +
                           "The shade was promised for the 12th of April.\n\n" +
                           "The shop in the station sold me 2 of them.\n";
  CHECK(AlterationsOf({kFirst, Customer("m2", 2, "m1", text),
                       Desk("m3", 3, "m1 m2",
                            "No.\n\n> I paid 39.90 euros for the lamp that came without a "
                            "shade.\n> The shade was promised for the 22nd of April.\n>\n> The "
                            "shop in the station sold me 3 of them.\n")}) ==
        "m3 after m2 (answers); m3 after m2 (answers)");
}

TEST_CASE("an older mail counts if the quotation is of it for certain") {
  const std::string own = std::string("The box was open on one side.\n\n") + kPaid;
  const MadeMail between = Desk("m3", 3, "m1 m2", "We shall look into that.\n");
  const std::string quoted =
      "No.\n\n> I paid 39.90 euros for the lamp that came without a shade.\n";
  CHECK(AlterationsOf({kFirst, Customer("m2", 2, "m1", own), between,
                       Desk("m4", 4, "m1 m2 lost",
                            "> The box was open on one side.\n" + quoted)}) == "m4 after m2");
  CHECK(AlterationsOf({kFirst, Customer("m2", 2, "m1", own), between,
                       Desk("m4", 4, "m1 m2 lost", quoted)}) == "");
  // The mail that is answered may quote it, or say it where nobody looks.
  CHECK(AlterationsOf({kFirst, Customer("m2", 2, "m1", own), between,
                       Desk("m4", 4, "m1 m2 m3", "> The box was open on one side.\n" + quoted)}) ==
        "");
}

TEST_CASE("no alteration") {
  const MadeMail paid = Customer("m2", 2, "m1", kPaid);
  const struct {
    const char* why;
    std::vector<MadeMail> mails;
  } kCases[] = {
      {"as it was",
       {kFirst, paid,
        Desk("m3", 3, "m1 m2",
             "> I paid 49,90 euros for the lamp that\n> came "
             "without a shade.\n")}},
      {"own words", {kFirst, paid, Desk("m3", 3, "m1 m2", kQuotedLess + 7)}},
      {"another word",
       {kFirst, paid,
        Desk("m3", 3, "m1 m2",
             "> I paid 39.90 pounds for the lamp that came without "
             "a shade.\n")}},
      {"the original says both",
       {kFirst,
        Customer(
            "m2", 2, "m1",
            std::string(kPaid) + "\nI paid 29.90 euros for the lamp that came without a shade.\n"),
        Desk("m3", 3, "m1 m2", kQuotedLess)}},
      {"the quotation says both",
       {kFirst, paid,
        Desk("m3", 3, "m1 m2",
             std::string(kQuotedLess) + ">\n> I paid 49.90 euros "
                                        "for the lamp that came without a shade.\n")}},
      {"another mail says it so",
       {kFirst, paid,
        Customer("m3", 3, "m1", "I paid 39.90 euros for the lamp that came without a shade.\n"),
        Desk("m4", 4, "m1 m2", kQuotedLess)}},
      {"an earlier mail quotes it so",
       {Desk("m1", 1, "", kQuotedLess), paid, Desk("m3", 3, "m1 m2", kQuotedLess)}},
      {"the answered mail is missing", {kFirst, paid, Desk("m3", 3, "m1 m2 lost", kQuotedLess)}},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.why);
    CHECK(AlterationsOf(c.mails) == "");
  }
}

TEST_CASE("a text with more numbers than are kept is compared with nothing") {
  const auto lines = [](int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
      out += fmt::format("The lamp in room {} burns, {} times seen.\n\n",
                         std::string(static_cast<size_t>(i + 1), 'x'), i);
    return out;
  };
  const std::string end = std::string(kPaid);
  CHECK(AlterationsOf({kFirst, Customer("m2", 2, "m1", end + "\n" + lines(10)),
                       Desk("m3", 3, "m1 m2", kQuotedLess)}) == "m3 after m2 (answers)");
  CHECK(AlterationsOf({kFirst, Customer("m2", 2, "m1", end + "\n" + lines(70)),
                       Desk("m3", 3, "m1 m2", kQuotedLess)}) == "");
}

}  // namespace
}  // namespace threadlint
