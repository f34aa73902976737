// The steps between the rules and the writers, over the whole report, in one order:
// select, fingerprint, sort.
#pragma once

#include <threadlint/finding.h>

#include <string>
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

// Names one finding the same after re-export: a hash of the rule, the names of the messages it
// rests on, and its fact. 16 hexadecimal digits.
std::string Fingerprint(const Finding& finding, const std::vector<std::string>& message_names);

// Fills in fingerprints and orders: by case, date of the message meant,
// rule, fingerprint; findings without a case come last.
void Sort(std::vector<Finding>& findings, const Export& mail);

}  // namespace threadlint::verdict
