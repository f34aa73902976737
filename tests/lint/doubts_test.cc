// What speaks against a mail is told with the findings that rest on it.
#include "../support/temp_folder.h"
#include "lint/sender_check.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint {
namespace {

TEST_CASE("a sender is confirmed as DMARC would") {
  struct {
    std::string_view results, verdict;
  } const rows[] = {
      {"dmarc=pass header.from=shop.example", "yes"},
      {"dmarc=pass", "yes"},
      {"dmarc=pass header.from=list.example", "no: dmarc=pass for list.example"},
      {"dkim=pass header.d=mail.shop.example", "yes"},
      {"dkim=pass header.d=mailer.example", "no: dkim=pass for mailer.example"},
      {"dkim=pass header.d=notshop.example", "no: dkim=pass for notshop.example"},
      {"dkim=pass header.d=shop.example.evil.example",
       "no: dkim=pass for shop.example.evil.example"},
      {"spf=pass smtp.mailfrom=x@bounce.shop.example", "yes"},
      {"spf=pass smtp.helo=shop.example", "no: spf=pass"},
      {"spf=fail smtp.mailfrom=x@shop.example", "no: spf=fail"},
      {"dmarc=none; dkim=none; spf=pass smtp.mailfrom=shop.example", "yes"},
      // The host's own word on the whole goes before its parts.
      {"dkim=pass header.d=shop.example; dmarc=fail header.from=shop.example",
       "no: dmarc=fail, dkim=pass for shop.example"},
      {"dmarc=pass header.from=shop.example; dmarc=fail",
       "no: dmarc=pass for shop.example, dmarc=fail"},
      {"dmarc=bestguesspass header.from=shop.example", "no: dmarc=bestguesspass"},
      {"none", "no: "},
      {"dkim=fail; dkim=fail; dkim=fail; dkim=fail; dkim=fail",
       "no: dkim=fail, dkim=fail, dkim=fail, dkim=fail, …"},
  };
  const std::vector<std::string> hosts = {"mx.post.example"};
  for (const auto& row : rows) {
    const auto check = CheckSender(
        fmt::format("Authentication-Results: mx.post.example; {}\nFrom: care@shop.example\n",
                    row.results),
        "care@shop.example", hosts);
    REQUIRE(check);
    CHECK((check->confirmed ? "yes" : "no: " + check->noted) == row.verdict);
  }
  CHECK(!CheckSender("From: care@shop.example\n", "care@shop.example", hosts));
  // Nobody comes from nowhere.
  CHECK(
      !CheckSender("Authentication-Results: mx.post.example; dmarc=pass\n", "", hosts)->confirmed);
}

struct Forged {
  std::string results, reply_to = "care+K0471Q2MBXT9VD4@shop.example";
};

std::string Mail(int day, std::string_view top, std::string_view from, std::string_view to,
                 std::string_view reply_to, std::string_view body) {
  return fmt::format(
      "From - Mon May  6 08:00:00 2024\n{}From: {}\nTo: {}\n{}Subject: {}Lamp without a bulb\n"
      "Date: {} May 2024 10:00:00 +0000\nMessage-ID: <h{}@x.example>\n{}\n{}\n\n",
      top, from, to, reply_to.empty() ? "" : fmt::format("Reply-To: {}\n", reply_to),
      day > 1 ? "Re: " : "", day, day,
      day > 1 ? fmt::format("In-Reply-To: <h{}@x.example>\n", day - 1) : "", body);
}

// Asked on the fourth day for what was given on the first.
std::string Mbox(const Forged& last, std::string_view earlier_reply_to = "") {
  const std::string desk = "Shop <care@shop.example>", ann = "Ann Wray <ann.wray@post.example>";
  const std::string token = "care+K0471Q2MBXT9VD4@shop.example";
  return Mail(1, "", ann, "care@shop.example", "", "My order number is HH-4471-8823.") +
         Mail(2, "Authentication-Results: mx.post.example; dmarc=pass header.from=shop.example\n",
              desk, ann, earlier_reply_to.empty() ? token : std::string(earlier_reply_to),
              "We are sorry to hear that and look into it.") +
         Mail(3, "", ann, token, "", "Thank you, I wait to hear from you.") +
         Mail(4, last.results, desk, ann, last.reply_to, "Please tell us your order number.");
}

const Finding* Asked(const Report& report) {
  for (const Finding& f : report.findings)
    if (f.rule->id == "TL301") return &f;
  return nullptr;
}

std::string Doubts(const Finding& f) {
  std::string out(Name(f.severity));
  for (const Doubt& doubt : f.doubts) out += "|" + doubt.text;
  return out;
}

std::string Run(const std::string& mbox, const std::vector<std::string>& hosts, unsigned jobs = 1,
                bool redact = false) {
  const test::TempFolder folder;
  Options options;
  // Mails of other files go first, so that places in one file are not those in the export.
  options.paths = {
      folder.Write("a.mbox", Mail(1, "Authentication-Results: mx.post.example; spf=fail\n",
                                  "eve@other.example", "ann.wray@post.example", "",
                                  "Hello.\n\nFrom here on it is quoted.")),
      folder.Write("b.mbox", mbox)};
  options.authserv_ids = hosts;
  options.jobs = jobs;
  options.redact = redact;
  const Report report = Lint(options);
  const Finding* f = Asked(report);
  return f == nullptr ? "not found" : Doubts(*f);
}

TEST_CASE("a finding says when a host did not confirm the sender, and is a warning at most") {
  const std::vector<std::string> hosts = {"mx.post.example"};
  const auto field = [](std::string_view results) {
    return fmt::format("Authentication-Results: mx.post.example; {}\n", results);
  };
  CHECK(Run(Mbox({field("dmarc=pass header.from=shop.example")}), hosts) == "error");
  const std::string failed =
      "warning|mx.post.example did not confirm that the mail of 4 May 2024 comes from shop.example "
      "(dmarc=fail).";
  for (const unsigned jobs : {1U, 4U})
    CHECK(Run(Mbox({field("dmarc=fail header.from=shop.example")}), hosts, jobs) == failed);
  CHECK(Run(Mbox({field("none")}), hosts) ==
        "warning|mx.post.example did not confirm that the mail of 4 May 2024 comes from "
        "shop.example (it noted nothing of the sender).");
  // Who forges a field of another host, or one below the host's own, gains nothing.
  CHECK(Run(Mbox({"Authentication-Results: mx.evil.example; dmarc=pass\n" + field("dmarc=fail") +
                  "Received: from evil.example by mx.post.example; 4 May 2024 10:00:00 +0000\n" +
                  field("dmarc=pass header.from=shop.example")}),
            hosts) == failed);
  // A mail that came in elsewhere is told of, and no more; so is a host that wrote nothing at all.
  const std::string unnoted =
      "error|No mail host that was asked for noted on the mail of 4 May 2024 where it comes from.";
  CHECK(Run(Mbox({""}), hosts) == unnoted);
  CHECK(Run(Mbox({field("dmarc=fail")}), {"mx.typo.example"}) == unnoted);
  // Without the option nobody is asked.
  CHECK(Run(Mbox({field("dmarc=fail")}), {}) == "error");
  const std::string hidden = Run(Mbox({field("dmarc=fail")}), hosts, 1, true);
  CHECK(hidden.starts_with("warning|"));
  CHECK(hidden.find("shop.example") == std::string::npos);
  CHECK(hidden.find("dmarc=fail") != std::string::npos);
}

TEST_CASE("a finding says when answers leave the desk's domain") {
  const std::string outside =
      "error|Answers to the mail of 4 May 2024 go to help.evil.example, outside shop.example, "
      "which "
      "it says it comes from.";
  CHECK(Run(Mbox({"", "care+K0471Q2MBXT9VD4@help.evil.example"}), {}) == outside);
  CHECK(Run(Mbox({"", "care+K0471Q2MBXT9VD4@mail.shop.example"}), {}) == "error");
  CHECK(Run(Mbox({"", ""}), {}) == "error");
  // The desk's provider: its earlier mails went there as well.
  CHECK(Run(Mbox({"", "support+K0471Q2MBXT9VD4@shop.zendesk.com"},
                 "support+K0471Q2MBXT9VD4@shop.zendesk.com"),
            {}) == "error");
}

}  // namespace
}  // namespace threadlint
