// How grave the user calls what a rule finds.
#pragma once

#include "verdict/selector.h"

#include <threadlint/report.h>
#include <threadlint/rule.h>

#include <optional>
#include <string_view>
#include <vector>

namespace threadlint::verdict {

struct SeverityRow {
  Selector rules;                    // a rule or a family
  std::optional<Severity> severity;  // nothing: off, they are not run
};
// Of the rows that fit a rule the last counts.
using SeverityTable = std::vector<SeverityRow>;

// "TL103=note", "reply-token-altered=off", "TL1=warning"; false if it is none of these.
bool ParseSeverityRow(std::string_view text, SeverityRow& out);

// Null: its own severity counts.
const SeverityRow* FindRow(const SeverityTable& table, const RuleInfo& rule);
bool IsOff(const SeverityTable& table, const RuleInfo& rule);

// True if what fits `inner` fits `outer` too.
bool Covers(const Selector& outer, const Selector& inner);

// A finding that its rule made milder than usual stays so many levels below what the table says,
// but is a note at least.
void ApplySeverities(const SeverityTable& table, Report& report);

}  // namespace threadlint::verdict
