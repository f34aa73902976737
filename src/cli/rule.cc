// threadlint rule [ID…]
#include "cli/report_file.h"
#include "cli/rule_manual.h"
#include "cli/run.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <unistd.h>

namespace threadlint::cli {
namespace {

int Close(ReportFile& out) {
  const std::string error = out.Finish();
  if (!error.empty()) Complain(error);
  return error.empty() ? kClean : kIncomplete;
}

}  // namespace

int RunRule(const Arguments& arguments) {
  ReportFile out("");
  if (arguments.values.Flag("man")) {
    out.Write(RuleManual(Rules()));
    return Close(out);
  }
  if (arguments.positional.empty())
    for (const RuleInfo& rule : Rules())
      out.Write(fmt::format("{}  {:<8} {:<32} {}\n", rule.id, Name(rule.severity), rule.slug,
                            rule.summary));
  for (const std::string& id : arguments.positional) {
    const RuleInfo* rule = FindRule(id);
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
