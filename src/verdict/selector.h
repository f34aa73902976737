// Names for sets of findings, as --select, --show, --fail-on take them.
#pragma once

#include <threadlint/finding.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::verdict {

// A severity ("warning": that or worse), a rule ("TL101" or its slug), or a family ("TL1").
struct Selector {
  enum class Kind : uint8_t { kSeverity, kRule, kFamily, kNever } kind = Kind::kSeverity;
  Severity severity = Severity::kNote;
  std::string rule;    // id
  std::string family;  // "TL1"
};

// False if `text` is none of these; "never" selects nothing.
bool ParseSelector(std::string_view text, Selector& out);
bool Matches(const Selector& selector, const Finding& finding);
bool MatchesAny(const std::vector<Selector>& selectors, const Finding& finding);

}  // namespace threadlint::verdict
