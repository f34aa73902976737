// What GitLab asks of a Code Quality report.
#include "../support/text_output.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace threadlint {
namespace {

nlohmann::json GitlabOf(const Report& report, const report::ReportOptions& options) {
  test::TextOutput out;
  report::WriteGitlab(report, options, out);
  return nlohmann::json::parse(out.text);
}

TEST_CASE("every finding has what the widget needs, under a fingerprint of its own") {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/every/every.mbox",
                   THREADLINT_SOURCE_DIR "/testdata/every/damaged.mbox"};
  Report report = Lint(options);
  REQUIRE(report.findings.size() > 3);
  report.findings[1].fingerprint = report.findings[0].fingerprint;
  report.findings[2].suppressed = "known to the desk";
  report.findings[3].baseline = BaselineState::kUnchanged;
  report::ReportOptions shown;
  shown.quotes = false;
  shown.directory = THREADLINT_SOURCE_DIR;
  const nlohmann::json out = GitlabOf(report, shown);
  CHECK(out.size() == report.findings.size() - 1);  // the suppressed one
  std::set<std::string> fingerprints;
  const std::set<std::string> severities = {"info", "minor", "major"};
  for (const nlohmann::json& one : out) {
    CAPTURE(one.dump());
    CHECK(fingerprints.insert(one["fingerprint"]).second);
    CHECK(severities.contains(one["severity"]));
    CHECK_FALSE(one["description"].get<std::string>().empty());
    CHECK(one["check_name"].get<std::string>().starts_with("TL"));
    CHECK(one["location"]["path"].get<std::string>().starts_with("testdata/every/"));
    CHECK(one["location"]["lines"]["begin"].get<int>() >= 1);
  }
  CHECK(fingerprints.contains(report.findings[0].fingerprint + "-2"));
}

}  // namespace
}  // namespace threadlint
