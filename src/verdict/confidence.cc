#include "verdict/confidence.h"

#include "util/ascii.h"
#include "verdict/rule_row.h"

#include <threadlint/rule.h>

#include <charconv>
#include <cmath>

namespace threadlint::verdict {
namespace {

// What the words are meant to say, where 3 cases in 100 carry anything: of the findings called high
// four in five are right, of those called medium more than half. tests/accuracy/calibrate measures
// it; a rule, or a family, whose scores say something else than those of the others gets its row.
constexpr LevelRow kRows[] = {
    {"", 0.60, 0.80},
    {"TL301", 0.70, 0.80},
};

constexpr Level kLevels[] = {Level::kLow, Level::kMedium, Level::kHigh};

// A score as printed, in hundredths: 0.85 - 0.25 is 0.60.
double Hundredths(double score) { return std::round(score * 100); }

}  // namespace

std::string_view Name(Level level) {
  switch (level) {
    case Level::kLow:
      return "low";
    case Level::kMedium:
      return "medium";
    case Level::kHigh:
      return "high";
  }
  return "low";
}

std::span<const LevelRow> LevelRows() { return kRows; }

const LevelRow& LevelRowOf(std::string_view rule_id) { return *RowOf(kRows, rule_id); }

Level LevelOf(const Finding& finding) {
  const LevelRow& row = LevelRowOf(finding.rule->id);
  const double score = Hundredths(finding.confidence);
  if (score >= Hundredths(row.high)) return Level::kHigh;
  return score >= Hundredths(row.medium) ? Level::kMedium : Level::kLow;
}

bool ParseConfidenceFloor(std::string_view text, ConfidenceFloor& out) {
  for (const Level level : kLevels) {
    if (!util::EqualsIgnoreCase(text, Name(level))) continue;
    out = {false, level, 0};
    return true;
  }
  double score = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), score);
  // Not "!(score < 0)": it may be no number.
  if (error != std::errc() || end != text.data() + text.size() || !(score >= 0 && score <= 1))
    return false;
  out = {true, Level::kLow, score};
  return true;
}

bool Reaches(const ConfidenceFloor& floor, const Finding& finding) {
  if (!floor.is_score) return LevelOf(finding) >= floor.level;
  return Hundredths(finding.confidence) >= floor.score * 100 - 1e-6;
}

}  // namespace threadlint::verdict
