// Where an answer goes, what is warned of, and that a recap quotes and counts.
#include "report/reply.h"

#include "../support/temp_folder.h"
#include "../support/text_output.h"
#include "util/utf8.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace threadlint {
namespace {

// A mailbox of mails, a day after another from 1 April 2024.
class Mailbox {
 public:
  Mailbox& Mail(std::string_view from, std::string_view to, std::string_view reply_to,
                std::string_view subject, std::string_view body, std::string_view more = {}) {
    ++day_;
    text_ += fmt::format(
        "From MAILER Mon Apr {:2} 10:00:00 2024\nFrom: {}\nTo: {}\n{}Subject: {}\n"
        "Date: {} Apr 2024 10:00:00 +0000\nMessage-ID: <m{}@mx.example>\n{}{}\n{}\n\n",
        day_, from, to, reply_to.empty() ? "" : fmt::format("Reply-To: {}\n", reply_to), subject,
        day_, day_, day_ == 1 ? "" : fmt::format("In-Reply-To: <m{}@mx.example>\n", day_ - 1), more,
        body);
    return *this;
  }
  // Matters that are done with: their tokens show how this desk uses tokens.
  Mailbox& Others() {
    for (const char name : {'b', 'c', 'd', 'e'})
      for (int i = 1; i <= 3; ++i)
        text_ += fmt::format(
            "From MAILER Mon Apr  {1} 12:00:00 2024\nFrom: Example Shop <service@shop.example>\n"
            "Reply-To: reply+Q8ZZ41TTNB2K{0}@shop.example\nTo: <{0}@mail.example>\n"
            "Subject: Chair {0}\nDate: {1} Apr 2024 12:00:00 +0000\nMessage-ID: "
            "<{0}{1}@mx.example>\n"
            "{2}\nIt is on its way.\n\n",
            name, i, i == 1 ? "" : fmt::format("In-Reply-To: <{}{}@mx.example>\n", name, i - 1));
    return *this;
  }

  report::Reply Reply(bool redact = false, std::string_view desk = {}) {
    const test::TempFolder folder;
    Options options;
    options.paths = {folder.Write("a.mbox", text_)};
    options.all = true;
    options.redact = redact;
    if (!desk.empty()) options.support_domains.emplace_back(desk);
    report_ = Lint(options);
    for (uint32_t i = 0; i < report_.set.cases.size(); ++i)
      for (const CaseMessage& entry : report_.set.Messages(report_.set.cases[i]))
        if (entry.message == 0) return report::MakeReply(report_, i);
    return {};
  }
  const Report& report() const { return report_; }

 private:
  int day_ = 0;
  std::string text_;
  Report report_;
};

constexpr std::string_view kAda = "Ada Verne <ada@mail.example>";
constexpr std::string_view kShop = "Example Shop <service@shop.example>";
constexpr std::string_view kFirst = "reply+K7Q2MBXT9VD4@shop.example";
constexpr std::string_view kSecond = "reply+B6N4LLQ7C1XX@shop.example";

bool Warns(const report::Reply& reply, std::string_view code) {
  return std::ranges::find(reply.warnings, code, &report::ReplyWarning::code) !=
         reply.warnings.end();
}

std::string Paste(const report::Reply& reply) {
  std::string out;
  for (const std::string& line : reply.paste) out += line + " ";
  return out;
}

TEST_CASE("the newest mail of the desk says where an answer goes, the text names the rest") {
  Mailbox box;
  box.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "We are sorry.")
      .Mail(kAda, kFirst, {}, "Re: My lamp", "And now?")
      .Mail(kShop, kAda, kSecond, "Re: My lamp", "We are looking into it.")
      .Others();
  const report::Reply reply = box.Reply();
  CHECK(reply.now.address == kSecond);
  CHECK(MessageName(box.report().mail, box.report().mail.messages[reply.answer]) ==
        "<m4@mx.example>");
  REQUIRE(reply.earlier.size() == 1);
  CHECK(reply.earlier[0].address == kFirst);
  CHECK(reply.copy_to == kFirst);
  CHECK(Paste(reply).find(kFirst) != std::string::npos);
  CHECK(Paste(reply).find(kSecond) != std::string::npos);
  CHECK(reply.warnings.empty());
}

TEST_CASE("without a token in the newest mail a copy goes where one leads to the case") {
  Mailbox box;
  box.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "We are sorry.")
      .Mail(kAda, kFirst, {}, "Re: My lamp", "And now?")
      .Mail(kShop, kAda, {}, "Re: My lamp", "We are looking into it.")
      .Others();
  const report::Reply reply = box.Reply();
  CHECK(reply.now.address == "service@shop.example");
  CHECK(reply.now.token == kNoToken);
  CHECK(reply.copy_to == kFirst);
  test::TextOutput text;
  report::WriteTextReply(box.report(), reply, {}, text);
  CHECK(text.text.find("Put reply+K7Q2MBXT9VD4@shop.example into the line Cc") !=
        std::string::npos);
}

TEST_CASE("a damaged token is no address to answer to") {
  Mailbox box;
  box.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "We are sorry.")
      .Mail(kAda, kFirst, {}, "Re: My lamp", "And now?")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "Could you send us a photo?")
      .Mail(kShop, kAda, "reply+K7Q2MB@shop.example", "Re: My lamp", "Any news?")
      .Others();
  const report::Reply reply = box.Reply();
  CHECK(reply.now.address == kFirst);
  CHECK(reply.why.find("damaged") != std::string::npos);
  CHECK(reply.earlier.empty());
  // It still answers the newest mail.
  CHECK(MessageName(box.report().mail, box.report().mail.messages[reply.answer]) ==
        "<m5@mx.example>");
}

TEST_CASE("nobody is sent to an address that nobody reads") {
  Mailbox box;
  box.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail(kShop, kAda, {}, "Re: My lamp", "Could you send us a photo?")
      .Mail(kAda, "service@shop.example", {}, "Re: My lamp", "Here it is.")
      .Mail("Example Shop <no-reply@shop.example>", kAda, {}, "Re: My lamp",
            "We have closed your case.");
  const report::Reply reply = box.Reply();
  CHECK(reply.now.address == "service@shop.example");
  CHECK(Warns(reply, "dead-end"));
  CHECK(reply.why.find("newest one that somebody reads") != std::string::npos);

  Mailbox none;
  none.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail("Example Shop <no-reply@shop.example>", kAda, {}, "Re: My lamp", "We are on it.");
  const report::Reply stuck = none.Reply(false, "shop.example");
  REQUIRE(Warns(stuck, "dead-end"));
  CHECK(stuck.warnings[0].text.find("by another way") != std::string::npos);

  // A token makes it one that is read.
  Mailbox tagged;
  tagged.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail("Example Shop <no-reply@shop.example>", kAda, kFirst, "Re: My lamp", "We are on it.")
      .Others();
  CHECK_FALSE(Warns(tagged.Reply(), "dead-end"));
}

TEST_CASE("an address that a mail came back from is a dead end, too") {
  Mailbox box;
  box.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail("Example Shop <care@shop.example>", kAda, {}, "Re: My lamp",
            "Could you send us a photo?")
      .Mail(kShop, kAda, "claims@shop.example", "Re: My lamp",
            "Please send your photos to claims@shop.example.")
      .Mail(kAda, "claims@shop.example", {}, "Re: My lamp", "Here they are.")
      .Mail("claims@shop.example", kAda, {}, "Automatic reply: My lamp",
            "This mailbox is not monitored. Your mail has not been read.",
            "Auto-Submitted: auto-replied\n");
  const report::Reply reply = box.Reply();
  CHECK(Warns(reply, "dead-end"));
  CHECK(reply.now.address == "care@shop.example");
}

TEST_CASE("what is not known is said") {
  Mailbox bare;
  bare.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail(kShop, kAda, {}, "Re: My lamp", "We are sorry.");
  const report::Reply no_token = bare.Reply();
  CHECK(Warns(no_token, "no-token"));
  CHECK(no_token.now.address == "service@shop.example");

  Mailbox friends;
  friends.Mail(kAda, "ben@post.example", {}, "Lunch", "Tomorrow?")
      .Mail("Ben Ode <ben@post.example>", kAda, {}, "Re: Lunch", "Yes.");
  const report::Reply no_desk = friends.Reply();
  CHECK(no_desk.answer == kNoMessage);
  CHECK(Warns(no_desk, "no-desk"));
  CHECK(no_desk.paste.empty());
}

TEST_CASE("a mail program that dropped the address once is warned of") {
  Mailbox box;
  box.Mail(kAda, "service@shop.example", {}, "My lamp", "It is broken.")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "We are sorry.")
      .Mail(kAda, kFirst, {}, "Re: My lamp", "And now?")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "Could you send us a photo?")
      .Mail(kAda, "service@shop.example", {}, "Re: My lamp", "Here it is.")
      .Others();
  const report::Reply reply = box.Reply();
  CHECK(Warns(reply, "own-mail-without"));
  CHECK(reply.now.address == kFirst);
}

TEST_CASE("a recap quotes, dates and counts, in lines for plain text") {
  Mailbox box;
  box.Mail(kAda, "service@shop.example", {}, "My lamp",
           "My lamp is broken. My order number is HH-4471-8823.")
      .Mail(kShop, kAda, kFirst, "Re: My lamp",
            "Thank you for your mail.\nThe warranty on your lamp is 5 years.")
      .Mail(kAda, kFirst, {}, "Re: My lamp", "And now?")
      .Mail(kShop, kAda, kFirst, "Re: My lamp",
            "Could you please send us your order number, so that we can look into it?")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "The warranty on your lamp is 2 years.")
      .Others();
  const report::Reply reply = box.Reply();
  const std::string paste = Paste(reply);
  CHECK(paste.find("since 1 April 2024 I have written 2 mails in this case and had 3 from you, the "
                   "last of 5 April.") != std::string::npos);
  CHECK(paste.find("on 1 April I wrote \"My order number is HH-4471-8823.\"") != std::string::npos);
  CHECK(paste.find("on 4 April you wrote \"Could you please send us your order number,") !=
        std::string::npos);
  CHECK(paste.find("which of the two statements holds") != std::string::npos);
  for (const std::string& line : reply.paste) CHECK(util::DisplayWidth(line) <= 72);

  // Nothing of it without its pseudonym.
  const report::Reply hidden = box.Reply(true);
  const std::string said = Paste(hidden) + hidden.now.address + hidden.why;
  CHECK(said.find("HH-4471-8823") == std::string::npos);
  CHECK(said.find("K7Q2MBXT9VD4") == std::string::npos);
  CHECK(said.find("you wrote") != std::string::npos);
}

TEST_CASE("text of a mail does nothing in the text to paste") {
  Mailbox box;
  box.Mail("Ada \x1b[31mVerne <ada@mail.example>", "service@shop.example", {}, "My lamp",
           "My order number is HH-4471-8823\x1b]0;x\x07.")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "We are sorry.")
      .Mail(kShop, kAda, kFirst, "Re: My lamp", "Please tell us your order number.")
      .Others();
  const report::Reply reply = box.Reply();
  CHECK(Paste(reply).find("order number") != std::string::npos);
  CHECK(Paste(reply).find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace threadlint
