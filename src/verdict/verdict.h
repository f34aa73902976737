// The steps between the rules and the writers, over the whole report, in one order. Every writer
// comes after all of them.
#pragma once

#include "verdict/baseline.h"
#include "verdict/confidence.h"
#include "verdict/redaction.h"
#include "verdict/selector.h"
#include "verdict/severity.h"
#include "verdict/suppressions.h"

#include <threadlint/report.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace threadlint::verdict {

// What the user wants of the findings.
struct Policy {
  std::vector<Selector> show;             // --show
  std::vector<Selector> fail_on;          // --fail-on
  ConfidenceFloor floor;                  // --min-confidence, whatever the other two say
  uint64_t limit = 0;                     // --limit: report that many; 0: all
  SeverityTable severities = {};          // --severity
  std::vector<Suppression> suppressions;  // --ignore-file, in the order of the files
  std::optional<int64_t> today;           // days since 1970; without it nothing expires
  bool narrowed = false;                  // only some cases are looked at, as the user wished
  std::optional<Baseline> baseline;       // --baseline
  Redaction redaction = {};               // --redact
};

struct Step {
  std::string_view name;
  void (*run)(const Policy&, Report&);
};

// Before the evidence is read, which is done for what is left only; and after it.
std::span<const Step> StepsBeforeEvidence();
std::span<const Step> StepsAfterEvidence();

void RunSteps(std::span<const Step> steps, const Policy& policy, Report& report);

}  // namespace threadlint::verdict
