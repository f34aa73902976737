#include "verdict/selector.h"

#include "util/ascii.h"

#include <threadlint/rule.h>

#include <algorithm>

namespace threadlint::verdict {

bool ParseSelector(std::string_view text, Selector& out) {
  using Kind = Selector::Kind;
  if (util::EqualsIgnoreCase(text, "never")) {
    out.kind = Kind::kNever;
    return true;
  }
  for (const Severity s : {Severity::kNote, Severity::kWarning, Severity::kError}) {
    if (!util::EqualsIgnoreCase(text, Name(s))) continue;
    out.kind = Kind::kSeverity;
    out.severity = s;
    return true;
  }
  if (const RuleInfo* rule = FindRule(text)) {
    out.kind = Kind::kRule;
    out.rule = rule->id;
    return true;
  }
  // "TL1", also written "TL1*" or "TL".
  std::string family = util::LowerAscii(text);
  while (family.ends_with('*') || family.ends_with('x')) family.pop_back();
  if (!family.starts_with("tl") || family.size() > 4) return false;
  for (char& c : family) c = util::IsLower(c) ? static_cast<char>(c - 32) : c;
  const bool known = std::ranges::any_of(
      Rules(), [&](const RuleInfo& rule) { return rule.id.starts_with(family); });
  if (!known) return false;
  out.kind = Kind::kFamily;
  out.family = family;
  return true;
}

bool Matches(const Selector& selector, const Finding& finding) {
  switch (selector.kind) {
    case Selector::Kind::kSeverity:
      return finding.severity >= selector.severity;
    case Selector::Kind::kRule:
      return finding.rule->id == selector.rule;
    case Selector::Kind::kFamily:
      return finding.rule->id.starts_with(selector.family);
    case Selector::Kind::kNever:
      return false;
  }
  return false;
}

bool MatchesAny(const std::vector<Selector>& selectors, const Finding& finding) {
  return std::ranges::any_of(selectors, [&](const Selector& s) { return Matches(s, finding); });
}

}  // namespace threadlint::verdict
