#include "verdict/baseline.h"

#include <threadlint/lint.h>
#include <threadlint/rule.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace threadlint::verdict {
namespace {

constexpr std::string_view kHead = "# threadlint-baseline 1\n";

std::string ErrorOf(const std::string& text) {
  try {
    (void)ParseBaseline("f", text);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}

Options Demo() {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  return options;
}

std::vector<BaselineState> StatesOf(const Report& report) {
  std::vector<BaselineState> out;
  for (const Finding& f : report.findings) out.push_back(f.baseline);
  return out;
}

Finding Made(std::string_view rule, Severity severity, const char* fingerprint,
             const char* anchor) {
  Finding f;
  f.rule = FindRule(rule);
  f.severity = severity;
  f.fingerprint = fingerprint;
  f.anchor = anchor;
  f.fails = true;
  return f;
}

const char* const kOne = "1111111111111111";
const char* const kTwo = "2222222222222222";
const char* const kThree = "3333333333333333";
const char* const kMail = "aaaaaaaaaaaaaaaa";
const char* const kOtherMail = "bbbbbbbbbbbbbbbb";

}  // namespace

TEST_CASE("lines come sorted and are read in any order, twice and with other line ends") {
  const Baseline baseline{{{"TL301", Severity::kError, kTwo, kMail},
                           {"TL101", Severity::kWarning, kThree, kMail},
                           {"TL101", Severity::kError, kOne, kOtherMail}}};
  const std::string text = FormatBaseline(baseline);
  CHECK(text ==
        "# threadlint-baseline 1\n"
        "TL101 error 1111111111111111 bbbbbbbbbbbbbbbb\n"
        "TL101 warning 3333333333333333 aaaaaaaaaaaaaaaa\n"
        "TL301 error 2222222222222222 aaaaaaaaaaaaaaaa\n");
  CHECK(FormatBaseline(ParseBaseline("f", text)) == text);
  const Baseline merged = ParseBaseline(
      "f",
      "# threadlint-baseline 1\r\n\r\nTL301 error 2222222222222222 aaaaaaaaaaaaaaaa\r\n"
      "TL301 warning 2222222222222222 aaaaaaaaaaaaaaaa");
  REQUIRE(merged.entries.size() == 1);
  CHECK(merged.entries.front().severity == Severity::kWarning);
}

TEST_CASE("a wrong baseline is told with its line") {
  const std::string head(kHead);
  const struct {
    std::string text, error;
  } rows[] = {
      {"", "f:1: this is no baseline"},
      {"TL101 error 1111111111111111 aaaaaaaaaaaaaaaa\n", "f:1: this is no baseline"},
      {"# threadlint-baseline 2\n", "f:1: this baseline is of version 2"},
      {head + "<<<<<<< ours\n", "f:2: a line of a baseline is"},
      {head + "\nTL101 error 1111111111111111\n", "f:3: a line"},
      {head + "TL101 fatal 1111111111111111 aaaaaaaaaaaaaaaa\n", "f:2: a line"},
      {head + "TL10x error 1111111111111111 aaaaaaaaaaaaaaaa\n", "f:2: a line"},
      {head + "TL101 error 111111111111111g aaaaaaaaaaaaaaaa\n", "f:2: a line"},
      {head + "TL101 error 1111111111111111 aaaaaaaaaaaaaaaa more\n", "f:2: a line"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(ErrorOf(row.text).starts_with(row.error));
  }
  CHECK(ErrorOf(head).empty());
}

TEST_CASE("new, unchanged and updated, and which of them still fail") {
  const Baseline baseline{
      {{"TL101", Severity::kWarning, kOne, kMail}, {"TL301", Severity::kWarning, kTwo, kMail}}};
  Report report;
  report.findings = {
      Made("TL101", Severity::kWarning, kOne, kMail),    // as it was
      Made("TL301", Severity::kWarning, kThree, kMail),  // tells it otherwise now
      Made("TL302", Severity::kWarning, "4444444444444444", kMail),
      Made("TL301", Severity::kWarning, "5555555555555555", kMail),  // one more of the rule
  };
  Compare(baseline, report);
  using S = BaselineState;
  CHECK(StatesOf(report) == std::vector{S::kUnchanged, S::kUpdated, S::kNew, S::kNew});
  CHECK_FALSE(report.findings[0].fails);
  CHECK_FALSE(report.findings[1].fails);
  CHECK(report.findings[2].fails);
  CHECK(report.findings[3].fails);
  CHECK(report.absent.empty());
  CHECK(report.unjudged == 0);
}

TEST_CASE("a finding that got worse fails again, one that got better does not") {
  const Baseline baseline{{{"TL101", Severity::kWarning, kOne, kMail},
                           {"TL102", Severity::kError, kTwo, kMail},
                           {"TL103", Severity::kNote, kThree, kMail}}};
  Report report;
  report.findings = {Made("TL101", Severity::kError, kOne, kMail),
                     Made("TL102", Severity::kWarning, kTwo, kMail),
                     Made("TL103", Severity::kError, "4444444444444444", kMail)};
  Compare(baseline, report);
  for (const Finding& f : report.findings) CHECK(f.baseline == BaselineState::kUpdated);
  CHECK(report.findings[0].fails);
  CHECK_FALSE(report.findings[1].fails);
  CHECK(report.findings[2].fails);
}

TEST_CASE("a run compared with its own baseline has nothing new, whatever it shows") {
  const Report first = Lint(Demo());
  REQUIRE(first.failing > 0);
  Options options = Demo();
  options.baseline = {{"f", FormatBaseline(MakeBaseline(first))}};
  for (const char* show : {"note", "warning", "error", "never"}) {
    options.show = {show};
    const Report report = Lint(options);
    for (const Finding& f : report.findings) CHECK(f.baseline == BaselineState::kUnchanged);
    CHECK(report.failing == 0);
    CHECK(report.absent.empty());
    CHECK(report.unjudged == 0);
  }
}

TEST_CASE("suppressed findings are no part of a baseline") {
  const Report open = Lint(Demo());
  const std::string key = open.findings.front().fingerprint;
  Options options = Demo();
  options.suppressions = {{"f", key + ": r"}};
  CHECK(MakeBaseline(Lint(options)).entries.size() == open.findings.size() - 1);
}

TEST_CASE("a redacted run writes the same baseline") {
  Options options = Demo();
  options.paths.emplace_back(THREADLINT_SOURCE_DIR "/testdata/every/every.mbox");
  options.paths.emplace_back(THREADLINT_SOURCE_DIR "/testdata/every/damaged.mbox");
  const std::string open = FormatBaseline(MakeBaseline(Lint(options)));
  options.redact = true;
  CHECK(FormatBaseline(MakeBaseline(Lint(options))) == open);
  options.redact_key = "a secret of sixteen bytes";
  CHECK(FormatBaseline(MakeBaseline(Lint(options))) == open);
}

TEST_CASE("absent is what this run would have found again") {
  const Report open = Lint(Demo());
  const Finding& f = open.findings.front();
  Baseline baseline = MakeBaseline(open);
  // A finding of that mail that is not there any more; one of a mail that is not there.
  baseline.entries.push_back({"TL606", Severity::kWarning, kOne, f.anchor});
  baseline.entries.push_back({"TL606", Severity::kWarning, kTwo, kMail});
  baseline.entries.push_back({"TL999", Severity::kWarning, kThree, f.anchor});
  Options options = Demo();
  options.baseline = {{"f", FormatBaseline(baseline)}};
  Report report = Lint(options);
  REQUIRE(report.absent.size() == 1);
  CHECK(report.absent.front().fingerprint == kOne);
  CHECK(report.unjudged == 2);
  // A narrower run calls nothing absent that it did not look for.
  options.select = {"TL101"};
  report = Lint(options);
  CHECK(report.absent.empty());
  CHECK(report.unjudged > 2);
  options.select.clear();
  options.since = *open.now + 1;
  report = Lint(options);
  CHECK(report.absent.empty());
  CHECK(report.unjudged == baseline.entries.size());
}

TEST_CASE("a limit keeps what is new before what is known") {
  const Report open = Lint(Demo());
  REQUIRE(open.findings.size() > 2);
  Baseline baseline = MakeBaseline(open);
  const std::string last = open.findings.back().fingerprint;
  std::erase_if(baseline.entries, [&](const BaselineEntry& e) { return e.fingerprint == last; });
  Options options = Demo();
  options.baseline = {{"f", FormatBaseline(baseline)}};
  options.limit = 2;
  const Report report = Lint(options);
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings.back().fingerprint == last);
  CHECK(report.cut_findings == open.findings.size() - 2);
}

}  // namespace threadlint::verdict
