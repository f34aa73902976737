// threadlint rule [ID…]
#include "cli/report_file.h"
#include "cli/rule_manual.h"
#include "cli/run.h"
#include "verdict/selector.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <unistd.h>

namespace threadlint::cli {
namespace {

std::string LineOf(const RuleInfo& rule) {
  return fmt::format("{}  {:<8} {:<32} {}\n", rule.id, Name(rule.severity), rule.slug,
                     rule.summary);
}

// "TL3" for "TL3", "tl3*"; empty if it names no family.
std::string FamilyNamed(std::string_view text) {
  verdict::Selector selector;
  if (!verdict::ParseSelector(text, selector)) return {};
  return selector.kind == verdict::Selector::Kind::kFamily ? selector.family : std::string();
}

}  // namespace

int RunRule(const Arguments& arguments) {
  ReportFile out("");
  if (arguments.values.Flag("man")) {
    out.Write(RuleManual(Rules()));
    return Close(out);
  }
  if (arguments.positional.empty())
    for (const RuleInfo& rule : Rules()) out.Write(LineOf(rule));
  for (const std::string& id : arguments.positional) {
    const RuleInfo* rule = FindRule(id);
    if (const std::string family = FamilyNamed(id); rule == nullptr && !family.empty()) {
      for (const RuleInfo& member : Rules())
        if (member.id.starts_with(family)) out.Write(LineOf(member));
      continue;
    }
    if (rule == nullptr) {
      Complain(fmt::format("no rule is called '{}'; 'threadlint rule' lists them", id));
      return kUsage;
    }
    out.Write(fmt::format("{} {} ({}, since {})\n{}.\n{}", rule->id, rule->slug,
                          Name(rule->severity), rule->since, rule->summary, rule->document));
  }
  return Close(out);
}

}  // namespace threadlint::cli
