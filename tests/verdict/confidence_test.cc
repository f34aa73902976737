#include "verdict/confidence.h"

#include <threadlint/rule.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace threadlint::verdict {
namespace {

Finding FindingOf(std::string_view rule, double confidence) {
  Finding finding;
  finding.rule = FindRule(rule);
  REQUIRE(finding.rule != nullptr);
  finding.confidence = confidence;
  return finding;
}

bool Reaches(std::string_view floor, const Finding& finding) {
  ConfidenceFloor read;
  REQUIRE(ParseConfidenceFloor(floor, read));
  return Reaches(read, finding);
}

TEST_CASE("the table has a row for every rule, and its levels rise") {
  const auto rows = LevelRows();
  std::set<std::string_view> seen;
  for (const LevelRow& row : rows) {
    CAPTURE(row.rules);
    CHECK(seen.insert(row.rules).second);
    CHECK(row.medium > 0);  // else --min-confidence low were the same as medium
    CHECK(row.medium <= row.high);
    CHECK(std::ranges::any_of(
        Rules(), [&](const RuleInfo& rule) { return rule.id.starts_with(row.rules); }));
  }
  CHECK(seen.contains(""));
  for (const RuleInfo& rule : Rules()) {
    const LevelRow& row = LevelRowOf(rule.id);
    CHECK(rule.id.starts_with(row.rules));
    for (const LevelRow& other : rows)
      if (rule.id.starts_with(other.rules)) CHECK(other.rules.size() <= row.rules.size());
  }
}

TEST_CASE("a level begins at its score, as it is printed") {
  for (const LevelRow& row : LevelRows()) {
    for (const RuleInfo& rule : Rules()) {
      if (&LevelRowOf(rule.id) != &row) continue;
      CAPTURE(rule.id);
      CHECK(LevelOf(FindingOf(rule.id, 0)) == Level::kLow);
      if (row.medium > 1) continue;
      CHECK(LevelOf(FindingOf(rule.id, row.medium - 0.01)) == Level::kLow);
      CHECK(LevelOf(FindingOf(rule.id, row.medium)) != Level::kLow);
      CHECK(LevelOf(FindingOf(rule.id, row.medium + 0.25 - 0.25)) != Level::kLow);
      if (row.high > 1) continue;
      CHECK(LevelOf(FindingOf(rule.id, row.high - 0.01)) != Level::kHigh);
      CHECK(LevelOf(FindingOf(rule.id, row.high - 0.3 + 0.3)) == Level::kHigh);
    }
  }
}

TEST_CASE("a floor is a level or a score") {
  const Finding finding =
      FindingOf("TL101", 0.9 - 0.3);  // 0.6000000000000001 or 0.5999999999999999
  CHECK(Reaches("0.6", finding));
  CHECK(Reaches("0", finding));
  CHECK(Reaches("low", finding));
  CHECK_FALSE(Reaches("0.61", finding));
  CHECK_FALSE(Reaches("0.601", finding));
  CHECK_FALSE(Reaches("1", finding));
  CHECK(Reaches("1", FindingOf("TL101", 1)));
  CHECK(Reaches("low", FindingOf("TL101", 0)));
  for (const Level level : {Level::kLow, Level::kMedium, Level::kHigh}) {
    CAPTURE(Name(level));
    const LevelRow& row = LevelRowOf("TL101");
    CHECK(Reaches(Name(level), FindingOf("TL101", row.high)));
    CHECK(Reaches(Name(level), FindingOf("TL101", row.high - 0.01)) == (level != Level::kHigh));
    CHECK(Reaches(Name(level), FindingOf("TL101", row.medium - 0.01)) == (level == Level::kLow));
  }
}

TEST_CASE("nothing else is a floor") {
  ConfidenceFloor floor;
  for (const char* text : {"LOW", "Medium", "high", "0", "1", "1.0", ".5", "0.85", "1e-1"}) {
    CAPTURE(text);
    CHECK(ParseConfidenceFloor(text, floor));
  }
  for (const char* text : {"", " ", "low ", "mid", "-0.1", "-0.0001", "1.01", "60", "0,6", "0.6f",
                           "60%", "nan", "inf", "+0.5", "low,high"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseConfidenceFloor(text, floor));
  }
}

}  // namespace
}  // namespace threadlint::verdict
