#include "verdict/severity.h"

#include "util/ascii.h"

#include <algorithm>

namespace threadlint::verdict {
namespace {

bool Fits(const Selector& selector, std::string_view rule_id) {
  return selector.kind == Selector::Kind::kRule ? rule_id == selector.rule
                                                : rule_id.starts_with(selector.family);
}

}  // namespace

bool ParseSeverityRow(std::string_view text, SeverityRow& out) {
  const size_t equals = text.find('=');
  if (equals == std::string_view::npos ||
      !ParseSelector(util::Trim(text.substr(0, equals)), out.rules))
    return false;
  if (out.rules.kind != Selector::Kind::kRule && out.rules.kind != Selector::Kind::kFamily)
    return false;
  const std::string_view level = util::Trim(text.substr(equals + 1));
  out.severity.reset();
  if (util::EqualsIgnoreCase(level, "off")) return true;
  for (const Severity severity : {Severity::kNote, Severity::kWarning, Severity::kError})
    if (util::EqualsIgnoreCase(level, Name(severity))) out.severity = severity;
  return out.severity.has_value();
}

const SeverityRow* FindRow(const SeverityTable& table, const RuleInfo& rule) {
  const auto at = std::find_if(table.rbegin(), table.rend(),
                               [&](const SeverityRow& row) { return Fits(row.rules, rule.id); });
  return at == table.rend() ? nullptr : &*at;
}

bool IsOff(const SeverityTable& table, const RuleInfo& rule) {
  const SeverityRow* row = FindRow(table, rule);
  return row != nullptr && !row->severity;
}

bool Covers(const Selector& outer, const Selector& inner) {
  const bool is_rule = inner.kind == Selector::Kind::kRule;
  if (outer.kind == Selector::Kind::kRule) return is_rule && outer.rule == inner.rule;
  return (is_rule ? inner.rule : inner.family).starts_with(outer.family);
}

void ApplySeverities(const SeverityTable& table, Report& report) {
  for (Finding& f : report.findings) {
    const SeverityRow* row = FindRow(table, *f.rule);
    if (row == nullptr || !row->severity) continue;
    const int below = static_cast<int>(f.rule->severity) - static_cast<int>(f.severity);
    const int level = static_cast<int>(*row->severity) - std::max(0, below);
    f.severity = static_cast<Severity>(std::max(static_cast<int>(Severity::kNote), level));
  }
}

}  // namespace threadlint::verdict
