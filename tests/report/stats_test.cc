// Shares with their intervals, medians, and who is not told of.
#include "report/stats.h"

#include "../support/case_export.h"
#include "../support/temp_folder.h"
#include "../support/text_output.h"
#include "report/stats_groups.h"

#include <threadlint/lint.h>
#include <threadlint/rule.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

namespace threadlint {
namespace {

using report::CountedCase;
using report::Stats;
using report::StatsRow;

TEST_CASE("intervals are those of Wilson, 95 %") {
  // Newcombe (1998), table I, method 3; and the limits by hand.
  const auto check = [](uint64_t with, uint64_t of, double low, double high) {
    const report::Interval open = report::Wilson(with, of);
    CHECK(open.low == doctest::Approx(low).epsilon(0.0005));
    CHECK(open.high == doctest::Approx(high).epsilon(0.0005));
  };
  check(81, 263, 0.2553, 0.3662);
  check(15, 148, 0.0624, 0.1605);
  check(0, 20, 0, 0.1611);
  check(1, 29, 0.0061, 0.1718);
  check(8, 100, 0.0411, 0.1500);
  check(29, 29, 1 - 0.1170, 1);
  CHECK(report::Wilson(0, 0).low == 0);
  CHECK(report::Wilson(0, 0).high == 1);
  for (uint64_t of = 1; of < 60; ++of)
    for (uint64_t with = 0; with <= of; ++with) {
      const report::Interval open = report::Wilson(with, of);
      const double share = static_cast<double>(with) / static_cast<double>(of);
      CHECK(0 <= open.low);
      CHECK(open.low <= share);
      CHECK(share <= open.high);
      CHECK(open.high <= 1);
    }
}

TEST_CASE("the median of an even number lies between the two in the middle") {
  CHECK_FALSE(report::Median({}));
  CHECK(report::Median({7}) == 7);
  CHECK(report::Median({9, 1}) == 5);
  CHECK(report::Median({5, 1, 100}) == 5);
  CHECK(report::Median({4, 1, 100, 7}) == 5);  // 5.5, rounded down
}

CountedCase Case(int64_t month, const std::string& queue, bool broken, int64_t answered_after) {
  CountedCase out;
  out.id = "c";
  out.month = month;
  out.date = month * 30 * 86400;
  out.queue = queue;
  out.with[0] = broken;
  out.asked = true;
  if (answered_after >= 0) out.answered_after = answered_after;
  return out;
}

std::vector<CountedCase> Many(uint64_t n, int64_t month, const std::string& queue) {
  std::vector<CountedCase> out;
  for (uint64_t i = 0; i < n; ++i)
    out.push_back(Case(month, queue, i % 10 == 0, i % 2 == 0 ? -1 : static_cast<int64_t>(i)));
  return out;
}

void Append(std::vector<CountedCase> more, std::vector<CountedCase>& all) {
  std::ranges::move(more, std::back_inserter(all));
}

TEST_CASE("of fewer than thirty cases nothing is told but how many they are") {
  const StatsRow few = report::MakeStats(Many(29, 0, "a"), false).total;
  CHECK(few.few);
  CHECK(few.cases == 29);
  CHECK(few.with[0] == 0);
  CHECK(few.asked == 0);
  CHECK(few.answered == 0);
  CHECK_FALSE(few.median_answer);

  const StatsRow enough = report::MakeStats(Many(30, 0, "a"), false).total;
  CHECK_FALSE(enough.few);
  CHECK(enough.with[0] == 3);
  CHECK(enough.asked == 30);
  CHECK(enough.answered == 15);
  CHECK_FALSE(enough.median_answer);  // of fifteen answers
  CHECK(report::MakeStats(Many(60, 0, "a"), false).total.median_answer == 30);
}

TEST_CASE("small queues are put together, large ones stand by size") {
  std::vector<CountedCase> cases = Many(40, 0, "b");
  Append(Many(50, 0, "c"), cases);
  for (const char* small : {"x", "y", "z"}) Append(Many(11, 0, small), cases);
  const Stats stats = report::MakeStats(std::move(cases), false);
  REQUIRE(stats.queues.size() == 3);
  CHECK(stats.queues[0].name == "c");
  CHECK(stats.queues[1].name == "b");
  CHECK(stats.queues[2].rest);
  CHECK(stats.queues[2].groups == 3);
  CHECK(stats.queues[2].cases == 33);
  CHECK_FALSE(stats.queues[2].few);  // together they are enough
  CHECK(report::NameOf(stats.queues[2], "queue") == "others (3 queues)");
  CHECK(stats.agents.empty());

  std::vector<CountedCase> one = Many(40, 0, "b");
  Append(Many(3, 0, "x"), one);
  const Stats lone = report::MakeStats(std::move(one), false);
  REQUIRE(lone.queues.size() == 2);
  CHECK(lone.queues[1].few);
  CHECK(report::NameOf(lone.queues[1], "queue") == "others (1 queue)");
}

TEST_CASE("a case without a mail of the desk is in no queue and no agent's") {
  std::vector<CountedCase> cases = Many(40, 0, "b");
  for (CountedCase& c : cases) c.agent_key = c.agent = "ann";
  Append(Many(2, 0, ""), cases);
  const Stats stats = report::MakeStats(std::move(cases), true);
  REQUIRE(stats.queues.size() == 2);
  CHECK(stats.queues[1].name == "no mail of the desk");
  CHECK(stats.queues[1].few);
  REQUIRE(stats.agents.size() == 1);
  CHECK(stats.agents[0].cases == 40);
  CHECK(stats.total.cases == 42);
}

TEST_CASE("months without a case stand between others, wrong dates make no hundreds") {
  std::vector<CountedCase> cases = Many(30, 12, "a");
  Append(Many(30, 15, "a"), cases);
  Append(Many(30, 800, "a"), cases);
  cases.push_back(Case(0, "a", false, -1));
  cases.back().month.reset();
  cases.back().date.reset();
  const Stats stats = report::MakeStats(std::move(cases), false);
  std::vector<std::string> names;
  for (const StatsRow& row : stats.months) names.push_back(row.name);
  CHECK(names ==
        std::vector<std::string>{"1971-01", "1971-02", "1971-03", "1971-04", "2036-09", "no date"});
  CHECK(stats.months[1].cases == 0);
  CHECK(stats.months[1].few);
  CHECK(report::MonthName(-1) == "1969-12");
  CHECK(report::MonthName(-12) == "1969-01");
}

TEST_CASE("agents are numbered as they come up, whatever the order of the cases") {
  std::vector<CountedCase> cases;
  for (const auto& [name, month] :
       std::vector<std::pair<std::string, int64_t>>{{"zoe", 1}, {"ann", 2}, {"bob", 3}})
    for (CountedCase c : Many(35, month, "a")) {
      c.agent_key = "shop.example " + name;
      c.agent = name;
      cases.push_back(std::move(c));
    }
  std::mt19937 random(7);
  for (int i = 0; i < 5; ++i) {
    std::ranges::shuffle(cases, random);
    const Stats stats = report::MakeStats(cases, true);
    REQUIRE(stats.agents.size() == 3);
    CHECK(stats.agents[0].name == "Agent-1");
    CHECK(stats.agents[2].name == "Agent-3");
    test::TextOutput text;
    report::WriteTextStats({}, stats, {}, text);
    CHECK(text.text.find("no measure of people") != std::string::npos);
    for (const char* name : {"zoe", "ann", "bob"}) CHECK(text.text.find(name) == std::string::npos);
  }
  for (CountedCase& c : cases) c.redacted = true;
  CHECK(report::MakeStats(cases, true).agents[0].name == "zoe");  // which is a pseudonym then
}

size_t CountOf(std::string_view text, std::string_view what) {
  size_t out = 0;
  for (size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; ++at) ++out;
  return out;
}

TEST_CASE("the page has a chart of each measure, and no more than is told of") {
  std::vector<CountedCase> cases = Many(40, 1, "a");
  Append(Many(29, 2, "<script>alert(1)</script>"), cases);
  Append(Many(50, 4, "<script>alert(1)</script>"), cases);
  const Stats stats = report::MakeStats(std::move(cases), false);
  test::TextOutput page;
  report::WriteHtmlStats({}, stats, {}, page);
  CHECK(CountOf(page.text, "<svg class=\"chart\"") == report::kMeasures);
  CHECK(CountOf(page.text, "<rect class=\"bar m0\"") == 2);  // of four months
  CHECK(CountOf(page.text, "<circle class=\"few\"") == report::kMeasures);
  CHECK(page.text.find("1970-02: 4 of 40 cases, 10 % (4.0–23)") != std::string::npos);
  CHECK(page.text.find("n &lt; 30") != std::string::npos);
  CHECK(page.text.find("<script") == std::string::npos);
  CHECK(page.text.find("&lt;script&gt;") != std::string::npos);
  CHECK(page.text.find("style=\"") == std::string::npos);  // its policy forbids it
  CHECK(page.text.ends_with("</html>\n"));

  test::TextOutput few;
  report::WriteHtmlStats({}, report::MakeStats(Many(29, 1, "a"), false), {}, few);
  CHECK(few.text.find("<svg") == std::string::npos);
  CHECK(few.text.find("no share is told") != std::string::npos);
}

Report Read(const std::vector<std::string>& paths, unsigned jobs = 1) {
  Options options;
  options.support_domains = {"halvorsen.example"};
  options.paths = paths;
  options.show = {"warning"};
  options.min_confidence = "medium";
  options.jobs = jobs;
  return Lint(options);
}

std::string Json(const Report& report) {
  test::TextOutput out;
  report::WriteJsonStats(report, report::MakeStats(report::CountCases(report), true), {}, out);
  return out.text;
}

TEST_CASE("what cases have is counted as it was put there") {
  const test::CaseExport made;
  const test::TempFolder folder;
  const Report report = Read({folder.Write("a.mbox", made.Mbox())});
  const Stats stats = report::MakeStats(report::CountCases(report), false);
  uint64_t broken = 0, again = 0, unanswered = 0, care = 0;
  for (int i = 0; i < made.cases; ++i) {
    broken += test::CaseExport::Broken(i) ? 1 : 0;
    again += test::CaseExport::AskedAgain(i) ? 1 : 0;
    unanswered += test::CaseExport::Unanswered(i) ? 1 : 0;
    care += test::CaseExport::IsCare(i) ? 1 : 0;
  }
  CHECK(stats.total.cases == static_cast<uint64_t>(made.cases));
  CHECK(stats.total.with[0] == broken);
  CHECK(stats.total.with[1] == again);
  CHECK(stats.total.with[2] == 0);
  CHECK(stats.total.asked == static_cast<uint64_t>(made.cases));
  CHECK(stats.total.asked - stats.total.answered == unanswered);
  CHECK(stats.total.median_answer == 2 * 3600);  // 8:00 to 10:00, the automatic one at 9:00 aside
  REQUIRE(stats.queues.size() == 2);
  CHECK(stats.queues[0].name == "care@halvorsen.example");
  CHECK(stats.queues[0].cases == care);
  CHECK(stats.queues[1].name == "billing@halvorsen.example");
  REQUIRE(stats.months.size() == 3);
  CHECK(stats.months[0].name == "2024-01");
  CHECK(stats.months[0].cases == 40);
  const auto rule = std::ranges::find(stats.rules, "TL301",
                                      [](const report::RuleRow& row) { return row.rule->id; });
  REQUIRE(rule != stats.rules.end());
  CHECK(rule->cases == again);
}

TEST_CASE("suppressed findings are not counted") {
  const test::CaseExport made;
  const test::TempFolder folder;
  Options options;
  options.paths = {folder.Write("a.mbox", made.Mbox())};
  options.suppressions = {{"s", ""}};
  const Report first = Lint(options);
  const auto lost =
      std::ranges::find(first.findings, "TL301", [](const Finding& f) { return f.rule->id; });
  REQUIRE(lost != first.findings.end());
  options.suppressions = {{"s", lost->fingerprint + ": known\n"}};
  const uint64_t before = report::MakeStats(report::CountCases(first), false).total.with[1];
  const uint64_t after = report::MakeStats(report::CountCases(Lint(options)), false).total.with[1];
  CHECK(after + 1 == before);
}

TEST_CASE("a month is that of UTC") {
  const test::TempFolder folder;
  const Report report = Read({folder.Write(
      "a.mbox",
      "From MAILER Mon Jan  1 10:00:00 2024\nFrom: Ada <ada@post.example>\n"
      "To: support@halvorsen.example\nSubject: Lamp\nDate: 1 Feb 2024 00:30:00 +0100\n"
      "Message-ID: <1@post.example>\n\nHello\n")});
  REQUIRE(report.set.cases.size() == 1);
  CHECK(report::MonthName(*report::MonthOf(report, report.set.cases[0])) == "2024-01");
}

TEST_CASE("an agent's address is no queue") {
  const test::TempFolder folder;
  const Report report = Read({folder.Write(
      "a.mbox",
      "From MAILER Mon Jan  1 10:00:00 2024\nFrom: Ada <ada@post.example>\n"
      "To: support@halvorsen.example\nSubject: Lamp\nDate: 1 Feb 2024 00:30:00 +0100\n"
      "Message-ID: <1@post.example>\n\nHello\n\n"
      "From MAILER Mon Jan  1 10:00:00 2024\nFrom: Jane Doe <jane.doe@halvorsen.example>\n"
      "To: ada@post.example\nSubject: Re: Lamp\nDate: 2 Feb 2024 00:30:00 +0100\n"
      "Message-ID: <2@halvorsen.example>\nIn-Reply-To: <1@post.example>\n\nHello\n")});
  REQUIRE(report.set.cases.size() == 1);
  CHECK(report::QueueOf(report, report.set.cases[0]) == "halvorsen.example");
}

TEST_CASE("the same for any number of workers and any order of files") {
  const test::CaseExport made;
  const test::TempFolder folder;
  std::string first, second;
  for (int i = 0; i < made.cases; ++i) (i % 2 == 0 ? first : second) += made.Case(i);
  const std::string a = folder.Write("a.mbox", first), b = folder.Write("b.mbox", second);
  const std::string expected = Json(Read({a, b}));
  CHECK(Json(Read({b, a}, 4)) == expected);
  CHECK(Json(Read({a, b}, 3)) == expected);
}

}  // namespace
}  // namespace threadlint
