// How well findings match labels, and whether that is worse than it was.
#pragma once

#include "labelled_set.h"

#include <threadlint/report.h>

#include <map>
#include <string>
#include <vector>

namespace threadlint::accuracy {

// What a finding says, as far as labels do.
struct Found {
  std::string rule, message;
  std::vector<std::string> related;
  bool broken_by = false;
};

Found FoundOf(const Report& report, const Finding& finding);

// Rule and message are those of the label, and it rests on a message that the label names.
bool Answers(const Found& finding, const Label& label);

// One finding may answer several labels at one message (it names two things), and several findings
// one label.
struct Counts {
  int right = 0, wrong = 0;   // findings: with a label, without
  int hits = 0, missed = 0;   // labels: with a finding, without
  int broken_by_differs = 0;  // of the hits: a break is named where there is none, or the reverse
  bool operator==(const Counts&) const = default;
  Counts& operator+=(const Counts& other);
};

using CountsByRule = std::map<std::string, Counts>;

struct Score {
  CountsByRule by_rule;                  // of all kRules
  std::vector<std::string> differences;  // a line for each wrong finding and each missed label
};

void AddTo(Score& score, const LabelledSet& set, const std::vector<Found>& findings);

// What is worse in `now` than in `recorded`, a line each: a share of right findings, of labels
// found, of breaks named rightly. Findings of a rule that had none are no fall of precision.
std::vector<std::string> Falls(const CountsByRule& recorded, const CountsByRule& now);

// "right 3 of 4 (75.0 %), found 3 of 5 (60.0 %)".
std::string Describe(const Counts& counts);
Counts Sum(const CountsByRule& counts);

CountsByRule ReadRecord(const std::filesystem::path& path);
std::string RecordText(const CountsByRule& counts);

}  // namespace threadlint::accuracy
