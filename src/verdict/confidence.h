// How sure a finding is, in words. The score that a rule gives orders its findings; what the
// order is worth among mail of which little carries anything is measured, and stands in one table.
#pragma once

#include <threadlint/finding.h>

#include <span>
#include <string_view>

namespace threadlint::verdict {

enum class Level : uint8_t { kLow, kMedium, kHigh };
std::string_view Name(Level level);

// From which score on a finding is of a level; below `medium` it is low.
struct LevelRow {
  std::string_view rules;  // ids that begin so; "": all others
  double medium, high;     // a score above 1: never
};

// The longest `rules` that fits is the one that counts; there is one for all others.
std::span<const LevelRow> LevelRows();
const LevelRow& LevelRowOf(std::string_view rule_id);

// Scores are compared as reports print them, with two decimals.
Level LevelOf(const Finding& finding);

// What --min-confidence asks for: a level, or a score whatever its level.
struct ConfidenceFloor {
  bool is_score = false;
  Level level = Level::kLow;
  double score = 0;
};

// False if `text` is neither low, medium, high nor a number from 0 to 1.
bool ParseConfidenceFloor(std::string_view text, ConfidenceFloor& out);
bool Reaches(const ConfidenceFloor& floor, const Finding& finding);

}  // namespace threadlint::verdict
