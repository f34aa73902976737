#include "verdict/select.h"

#include <threadlint/rule.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint::verdict {
namespace {

Selector SelectorOf(std::string_view text) {
  Selector out;
  REQUIRE(ParseSelector(text, out));
  return out;
}

// A note, a warning and an error, each sure (0.9) and unsure (0.5).
Report SixFindings() {
  Report report;
  for (const Severity severity : {Severity::kNote, Severity::kWarning, Severity::kError})
    for (const double confidence : {0.9, 0.5}) {
      Finding finding;
      finding.rule = FindRule(severity == Severity::kNote ? "TL202" : "TL101");
      finding.severity = severity;
      finding.confidence = confidence;
      report.findings.push_back(std::move(finding));
    }
  return report;
}

struct Kept {
  size_t shown, hidden, unsure, failing;
  bool operator==(const Kept&) const = default;
};

Kept Keep(std::string_view show, std::string_view fail_on, std::string_view floor) {
  Policy policy;
  policy.show = {SelectorOf(show)};
  policy.fail_on = {SelectorOf(fail_on)};
  REQUIRE(ParseConfidenceFloor(floor, policy.floor));
  Report report = SixFindings();
  Select(policy, report);
  DropHidden(report);
  CHECK(report.findings.size() + report.hidden_findings == 6);
  return {report.findings.size(), report.hidden_findings, report.unsure_findings, report.failing};
}

TEST_CASE("severity hides, and what fails is shown") {
  CHECK(Keep("note", "error", "0") == Kept{6, 0, 0, 2});
  CHECK(Keep("warning", "error", "0") == Kept{4, 2, 0, 2});
  CHECK(Keep("error", "warning", "0") == Kept{4, 2, 0, 4});
  CHECK(Keep("never", "TL202", "0") == Kept{2, 4, 0, 2});
  CHECK(Keep("never", "never", "0") == Kept{0, 6, 0, 0});
}

TEST_CASE("what is too unsure is hidden, fails nothing, and is counted apart") {
  CHECK(Keep("note", "error", "0.6") == Kept{3, 3, 3, 1});
  CHECK(Keep("note", "note", "1") == Kept{0, 6, 6, 0});
  CHECK(Keep("TL101", "TL101", "0.6") == Kept{2, 4, 2, 2});
}

TEST_CASE("what is too mild as well is counted as too mild") {
  CHECK(Keep("warning", "error", "0.6") == Kept{2, 4, 2, 1});
  CHECK(Keep("never", "never", "1") == Kept{0, 6, 0, 0});
}

}  // namespace
}  // namespace threadlint::verdict
