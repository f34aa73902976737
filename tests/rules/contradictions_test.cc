// What the rules on statements of the desk report of a case, beyond the examples of their
// documents: which two of several mails are put side by side, and what the finding says of them.
#include "../support/temp_folder.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint {
namespace {

constexpr std::string_view kAda = "Ada Verne <ada@mail.example>";
constexpr std::string_view kDesk = "Example Bank <service@bank.example>";

// Mails of one case, a day apart: "a1", "a2", … of the desk and "b1", "b2", … of the customer.
class Case {
 public:
  void Customer(std::string_view text) { Add(false, text); }
  void Desk(std::string_view text) { Add(true, text); }
  // The desk's further mails are answered to another address.
  void ChangeToken() { token_ = "ZZ81PD"; }

  Report Run(std::string_view rule) const {
    const test::TempFolder folder;
    Options options;
    options.paths = {folder.Write("case.mbox", mbox_)};
    options.all = true;
    options.select = {std::string(rule)};
    return Lint(options);
  }
  // "a2 after a1" of each finding.
  std::string Pairs(std::string_view rule) const {
    const Report report = Run(rule);
    const auto name = [&](MessageIndex i) {
      return std::string(report.mail[report.mail.messages[i].message_id].substr(0, 2));
    };
    std::string out;
    for (const Finding& f : report.findings)
      out += fmt::format("{}{} after {}", out.empty() ? "" : ", ", name(f.message),
                         name(f.related.at(0)));
    return out;
  }

 private:
  void Add(bool desk, std::string_view text) {
    int& count = desk ? desk_ : customer_;
    const std::string id = fmt::format("{}{}@mail.example", desk ? 'a' : 'b', ++count);
    const int day = ++day_;
    mbox_ +=
        fmt::format("From MAILER Sat Mar {:2} 10:00:00 2025\nFrom: {}\n", day, desk ? kDesk : kAda);
    mbox_ +=
        desk ? fmt::format("Reply-To: Example Bank <reply+{}@bank.example>\nTo: {}\n", token_, kAda)
             : fmt::format("To: Example Bank <reply+{}@bank.example>\n", token_);
    mbox_ += fmt::format("Subject: {}my account\nDate: {} Mar 2025 10:00:00 +0000\n",
                         last_.empty() ? "" : "Re: ", day);
    mbox_ += fmt::format("Message-ID: <{}>\n", id);
    if (!last_.empty()) mbox_ += fmt::format("In-Reply-To: <{}>\n", last_);
    mbox_ += fmt::format("\n{}\n\n", text);
    last_ = id;
  }

  std::string mbox_, last_, token_ = "K7Q2M4";
  int desk_ = 0, customer_ = 0, day_ = 0;
};

TEST_CASE("the finding has both sentences, both days and the break between them") {
  Case mails;
  mails.Desk("How can we help?");
  mails.Customer("What does it cost to close my account?");
  mails.Desk("Thank you for your question. The closure fee is £30.");
  mails.Customer("Then close it.");
  mails.ChangeToken();
  mails.Desk("Your account is closed. The closure fee is £40.");
  const Report report = mails.Run("TL402");
  REQUIRE(report.findings.size() == 1);
  const Finding& f = report.findings[0];
  CHECK(
      f.text.starts_with("The desk's mail of 3 March 2025 and the desk's mail of 5 March 2025 "
                         "differ about an amount."));
  CHECK(f.text.find("the reply address changed") != std::string::npos);
  CHECK(f.broken_by != kNoBreak);
  CHECK(f.carried_by == Side::kAgent);
  REQUIRE(f.evidence.size() == 2);
  CHECK(f.evidence[0].quote == "The closure fee is £30.");
  CHECK(f.evidence[1].quote == "The closure fee is £40.");
}

TEST_CASE("a mail is put beside the last one that it contradicts") {
  Case mails;
  mails.Customer("What does it cost to close my account?");
  mails.Desk("The closure fee is £30.");
  mails.Desk("The closure fee is £30.");
  mails.Desk("The closure fee is £40.");
  CHECK(mails.Pairs("TL402") == "a3 after a2");
}

TEST_CASE("what was said anew is not reported again, but a third value is") {
  Case mails;
  mails.Customer("What does it cost to close my account?");
  mails.Desk("The closure fee is £30.");
  mails.Desk("The closure fee is £40.");
  mails.Desk("The closure fee is £40.");
  CHECK(mails.Pairs("TL402") == "a2 after a1");
  mails.Desk("The closure fee is £30.");
  CHECK(mails.Pairs("TL402") == "a2 after a1, a4 after a3");
}

TEST_CASE("two mails give one finding, whatever number of things they differ in") {
  Case mails;
  mails.Customer("What do you charge?");
  mails.Desk("The closure fee is £30. The transfer fee is £5.");
  mails.Desk("The closure fee is £40. The transfer fee is £9.");
  CHECK(mails.Pairs("TL402") == "a2 after a1");
  CHECK(mails.Pairs("TL403").empty());
}

TEST_CASE("what the customer says contradicts nobody") {
  Case mails;
  mails.Customer("The closure fee is £30.");
  mails.Desk("The closure fee is £40.");
  mails.Customer("The closure fee is £30.");
  CHECK(mails.Pairs("TL402").empty());
}

TEST_CASE("another currency is not compared, another spelling is the same") {
  Case mails;
  mails.Customer("What does it cost to close my account?");
  mails.Desk("The closure fee is £30.");
  mails.Desk("The closure fee is €36.");
  mails.Desk("The closure fee is £30.00.");
  CHECK(mails.Pairs("TL402").empty());
}

TEST_CASE("a pair that is owned up to is a note of one rule and of no other") {
  Case mails;
  mails.Customer("What does it cost to close my account, and when does it close?");
  mails.Desk("The closure fee is £30. The closing appointment is on 20 March.");
  mails.Desk("I was wrong. The closure fee is £40. The closing appointment is on 24 March.");
  CHECK(mails.Pairs("TL402").empty());
  CHECK(mails.Pairs("TL403").empty());
  CHECK(mails.Pairs("TL406") == "a2 after a1");
}

TEST_CASE("what a mail quotes is not said anew") {
  Case mails;
  mails.Customer("What does it cost to close my account?");
  mails.Desk("The closure fee is £30.");
  mails.Desk("The closure fee is £40.\n\n> The closure fee is £30.");
  mails.Desk("Your account is closed.\n\n> The closure fee is £30.");
  CHECK(mails.Pairs("TL402") == "a2 after a1");
}

}  // namespace
}  // namespace threadlint
