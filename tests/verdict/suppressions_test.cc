#include "verdict/suppressions.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace threadlint::verdict {
namespace {

std::string ErrorOf(std::string_view text) {
  try {
    (void)ParseSuppressions("f", text);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}

Report LintDemo(const std::string& suppressions) {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  options.suppressions = {{"f", suppressions}};
  options.today = 20000;  // 2024-10-04
  return Lint(options);
}

const Finding& First(const Report& report, std::string_view rule) {
  const auto at =
      std::ranges::find(report.findings, rule, [](const Finding& f) { return f.rule->id; });
  REQUIRE(at != report.findings.end());
  return *at;
}

SuppressionState StateOf(const std::string& line) {
  const Report report = LintDemo(line);
  REQUIRE(report.suppressions.size() == 1);
  return report.suppressions.front().state;
}

}  // namespace

TEST_CASE("a line names a finding or a mail, rules, a day and the reason") {
  const auto entries =
      ParseSuppressions("f",
                        "\xEF\xBB\xBF# why\r\n\r\n"
                        "  0123456789ABCDEF: the desk: said so # 1\r\n"
                        "<a:b@x.example> TL1 request-repeated until 2025-02-28 : r");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].line == 3);
  CHECK(entries[0].fingerprint == "0123456789abcdef");
  CHECK(entries[0].reason == "the desk: said so # 1");
  CHECK(entries[0].rules.empty());
  CHECK(entries[0].until.empty());
  CHECK(entries[1].line == 4);
  CHECK(entries[1].message_id == "a:b@x.example");
  REQUIRE(entries[1].rules.size() == 2);
  CHECK(entries[1].rules[0].family == "TL1");
  CHECK(entries[1].rules[1].rule == "TL302");
  CHECK(entries[1].until_day == 20147);
}

TEST_CASE("a wrong line is told with what it should be") {
  const struct {
    std::string_view text, error;
  } rows[] = {
      {"\n0123456789abcdef\n", "f:2: the reason is missing"},
      {"0123456789abcdef:  \n", "f:1: the reason is missing"},
      {"0123456789abcde: r", "f:1: '0123456789abcde' is neither"},
      {"<<<<<<< ours: r", "f:1: the '>'"},
      {"<a@x: r", "f:1: the '>'"},
      {"<>: r", "f:1: '<>' is no Message-ID"},
      {"<a@x>TL1: r", "f:1: a blank is missing"},
      {"<a@x>#0123456789ab: r", "f:1: the '#'"},
      {"sha256:0123: r", "f:1: a hash of a mail"},
      {"<a@x> TL999: r", "f:1: 'TL999' is no rule"},
      {"<a@x> warning: r", "f:1: 'warning' is no rule"},
      {"<a@x> until 2025-02-29: r", "f:1: 'until 2025-02-29'"},
      {"<a@x> until: r", "f:1: 'until '"},
      {"<a@x> until 2025-01-01 until 2025-01-02: r", "f:1: 'until' stands twice"},
      {"\xFF\xFE: r", "f:1: this is no UTF-8"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(ErrorOf(row.text).starts_with(row.error));
  }
}

TEST_CASE("what is suppressed is marked and does not fail") {
  const Report open = LintDemo("");
  const Finding& f = First(open, "TL405");
  REQUIRE(f.fails);
  const Report report = LintDemo(f.fingerprint + ": known\n" + f.fingerprint + ": known too\n");
  CHECK(report.findings.size() == open.findings.size());
  CHECK(report.failing == open.failing - 1);
  const Finding& marked = First(report, "TL405");
  CHECK(marked.suppressed == "known");
  CHECK_FALSE(marked.fails);
  REQUIRE(report.suppressions.size() == 2);
  CHECK(report.suppressions[0].state == SuppressionState::kUsed);
  CHECK(report.suppressions[1].state == SuppressionState::kUsed);
  CHECK(report.suppressions[0].findings == 1);
}

TEST_CASE("a Message-ID covers what stands at that mail, of the rules named") {
  const Report open = LintDemo("");
  const Finding& f = First(open, "TL101");
  const std::string id = MessageName(open.mail, open.mail.messages[f.message]);
  CHECK(StateOf(id + ": r") == SuppressionState::kUsed);
  CHECK(StateOf(id + " reply-token-changed: r") == SuppressionState::kUsed);
  CHECK(StateOf(id + " TL9: r") == SuppressionState::kUnused);
  CHECK(StateOf("<nobody@x.example>: r") == SuppressionState::kUnused);
}

TEST_CASE("the last day counts, the next one not") {
  const Report open = LintDemo("");
  const std::string key = First(open, "TL405").fingerprint;
  CHECK(StateOf(key + " until 2024-10-04: r") == SuppressionState::kUsed);
  const Report expired = LintDemo(key + " until 2024-10-03: r");
  REQUIRE(expired.suppressions.size() == 1);
  CHECK(expired.suppressions.front().state == SuppressionState::kExpired);
  CHECK(expired.suppressions.front().findings == 1);
  CHECK(First(expired, "TL405").suppressed.empty());
  CHECK(expired.failing == open.failing);
}

TEST_CASE("an entry is unused only where it could have been used") {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  options.suppressions = {
      {"f", "0123456789abcdef: r\n<nobody@x.example> TL1: r\n<nobody@x.example> TL9: r\n"}};
  options.select = {"TL1"};
  Report report = Lint(options);
  REQUIRE(report.suppressions.size() == 3);
  CHECK(report.suppressions[0].state == SuppressionState::kNotJudged);
  CHECK(report.suppressions[1].state == SuppressionState::kUnused);
  CHECK(report.suppressions[2].state == SuppressionState::kNotJudged);
  options.select.clear();
  options.with = {"larkspur.example"};
  report = Lint(options);
  CHECK(report.suppressions[0].state == SuppressionState::kNotJudged);
  CHECK(report.suppressions[1].state == SuppressionState::kNotJudged);
}

TEST_CASE("what is hidden is covered all the same") {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  const std::string key = First(Lint(options), "TL101").fingerprint;
  options.show = {"never"};
  options.fail_on = {"never"};
  options.suppressions = {{"f", key + ": r"}};
  const Report report = Lint(options);
  CHECK(report.findings.empty());
  REQUIRE(report.suppressions.size() == 1);
  CHECK(report.suppressions.front().state == SuppressionState::kUsed);
}

TEST_CASE("whatever a file holds, it is read or told to be wrong") {
  const std::string line = "<a:b@x.example> TL1 request-repeated until 2025-02-28: reason\n";
  REQUIRE(ErrorOf(line).empty());
  size_t wrong = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    wrong += ErrorOf(line.substr(0, i)).empty() ? 0 : 1;
    for (const char c : std::string("\0\n\x1b<>:# \xff", 9)) {
      std::string text = line;
      text[i] = c;
      const std::string error = ErrorOf(text);
      CAPTURE(error);
      CHECK((error.empty() || error.starts_with("f:1: ") || error.starts_with("f:2: ")));
      wrong += error.empty() ? 0 : 1;
    }
  }
  CHECK(wrong > line.size());
}

}  // namespace threadlint::verdict
