#include "verdict/severity.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace threadlint::verdict {
namespace {

SeverityTable Table(const std::vector<std::string_view>& texts) {
  SeverityTable out;
  for (const std::string_view text : texts) REQUIRE(ParseSeverityRow(text, out.emplace_back()));
  return out;
}

Severity Applied(const SeverityTable& table, std::string_view rule, Severity found) {
  Report report;
  Finding& finding = report.findings.emplace_back();
  finding.rule = FindRule(rule);
  finding.severity = found;
  ApplySeverities(table, report);
  return report.findings.front().severity;
}

constexpr Severity kNote = Severity::kNote, kWarning = Severity::kWarning,
                   kError = Severity::kError;

TEST_CASE("the table's severity takes the place of the rule's own") {
  const SeverityTable table = Table({"TL101=note", "parent-missing = Error"});
  CHECK(Applied(table, "TL101", kError) == kNote);
  CHECK(Applied(table, "TL202", kNote) == kError);
  CHECK(Applied(table, "TL102", kError) == kError);
  CHECK(Applied({}, "TL101", kWarning) == kWarning);
}

TEST_CASE("what a rule made milder stays so much milder") {
  CHECK(Applied(Table({"TL101=warning"}), "TL101", kWarning) == kNote);  // its own is error
  CHECK(Applied(Table({"TL101=error"}), "TL101", kWarning) == kWarning);
  CHECK(Applied(Table({"TL101=note"}), "TL101", kWarning) == kNote);
  CHECK(Applied(Table({"TL503=error"}), "TL503", kNote) == kWarning);  // its own is warning
}

TEST_CASE("the last row that fits counts; off is not run") {
  const SeverityTable table = Table({"TL1=off", "TL101=note", "TL102=error", "TL10=warning"});
  CHECK(Applied(table, "TL101", kError) == kWarning);
  CHECK(!IsOff(table, *FindRule("TL101")));
  CHECK(IsOff(Table({"TL101=note", "TL1=off"}), *FindRule("TL101")));
  CHECK(!IsOff(table, *FindRule("TL201")));
  CHECK(FindRow(table, *FindRule("TL201")) == nullptr);
}

TEST_CASE("what is no row") {
  SeverityRow row;
  for (const char* text : {"", "TL101", "=note", "TL101=", "TL101=fatal", "TL999=note",
                           "error=note", "never=note", "TL101=note=off"})
    CHECK(!ParseSeverityRow(text, row));
}

TEST_CASE("which rows cover which") {
  const auto covers = [](std::string_view outer, std::string_view inner) {
    SeverityRow a, b;
    REQUIRE(ParseSeverityRow(outer, a));
    REQUIRE(ParseSeverityRow(inner, b));
    return Covers(a.rules, b.rules);
  };
  CHECK(covers("TL1=off", "TL101=off"));
  CHECK(covers("TL1=off", "TL10=off"));
  CHECK(covers("TL101=off", "reply-token-changed=off"));
  CHECK(!covers("TL101=off", "TL1=off"));
  CHECK(!covers("TL10=off", "TL1=off"));
  CHECK(!covers("TL2=off", "TL101=off"));
}

}  // namespace
}  // namespace threadlint::verdict
