// What GitHub Actions asks of the output of a step.
#include "../support/text_output.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace threadlint {
namespace {

Report LintEvery() {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/every/every.mbox",
                   THREADLINT_SOURCE_DIR "/testdata/every/damaged.mbox"};
  return Lint(options);
}

std::string SummaryOf(const Report& report, uint64_t room) {
  test::TextOutput out;
  report::WriteGithubSummary(report, {}, room, out);
  return out.text;
}

size_t Rows(const std::string& text) {
  size_t count = 0;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    count +=
        line.starts_with("| error") || line.starts_with("| warning") || line.starts_with("| note");
  return count;
}

TEST_CASE("the summary keeps to its room and says what it has none for") {
  const Report report = LintEvery();
  const std::string whole = SummaryOf(report, 1 << 20);
  CHECK(Rows(whole) == report.findings.size());
  CHECK(whole.find(" more, none of them graver") == std::string::npos);
  for (const uint64_t room : {uint64_t{1000}, uint64_t{2500}, uint64_t{whole.size() - 1}}) {
    CAPTURE(room);
    const std::string some = SummaryOf(report, room);
    CHECK(some.size() <= room);
    const size_t rows = Rows(some);
    CHECK(rows < report.findings.size());
    const std::string rest = std::to_string(report.findings.size() - rows);
    CHECK(some.find("… and " + rest + " more") != std::string::npos);
    CHECK(some.find("Drawn from this export alone") != std::string::npos);
  }
  CHECK(SummaryOf(report, 100).empty());
}

std::vector<std::string> AnnotationsOf(const Report& report) {
  test::TextOutput out;
  report::ReportOptions options;
  options.quotes = false;
  report::WriteGithub(report, options, out);
  std::vector<std::string> commands;
  std::istringstream in(out.text);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("::") && !line.starts_with("::group") && line != "::endgroup::")
      commands.push_back(line);
  return commands;
}

TEST_CASE("ten annotations, errors first, of what nobody has judged yet") {
  Report report = LintEvery();
  const std::vector<std::string> first = AnnotationsOf(report);
  CHECK(first.size() == 10);
  CHECK(std::ranges::all_of(
      first, [](const std::string& line) { return line.starts_with("::error file="); }));
  for (Finding& f : report.findings)
    if (f.severity == Severity::kError) f.baseline = BaselineState::kUnchanged;
  for (Finding& f : report.findings)
    if (f.severity == Severity::kWarning) f.suppressed = "known to the desk";
  const std::vector<std::string> left = AnnotationsOf(report);
  CHECK_FALSE(left.empty());
  CHECK(std::ranges::all_of(
      left, [](const std::string& line) { return line.starts_with("::notice file="); }));
}

}  // namespace
}  // namespace threadlint
