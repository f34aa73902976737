// The rules over the cases that are shown, and over the notes on the input.
#pragma once

#include "verdict/severity.h"

#include <threadlint/lint.h>

#include <span>
#include <vector>

namespace threadlint {

// Selectors of options.select and ignore. Throws std::invalid_argument for one nobody knows.
struct RuleSelection {
  std::vector<verdict::Selector> select, ignore;
  verdict::SeverityTable severities;
  explicit RuleSelection(const Options& options);
  bool Has(const RuleInfo& rule) const;
  std::vector<const RuleInfo*> Rules() const;  // by id
};

// Those of report.rules; `read` by MessageIndex.
std::vector<Finding> RunRules(const Options& options, const Report& report,
                              std::span<const ReadMessage> read, const facts::Topics* topics);

}  // namespace threadlint
