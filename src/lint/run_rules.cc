#include "lint/run_rules.h"

#include "lint/doubts.h"
#include "lint/read_policy.h"
#include "rules/case_memo.h"
#include "util/ordered_pool.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace threadlint {
namespace {

constexpr size_t kCasesAJob = 512;

std::vector<verdict::Selector> Parse(const std::vector<std::string>& texts) {
  std::vector<verdict::Selector> out;
  for (const std::string& text : texts) {
    verdict::Selector selector;
    if (!verdict::ParseSelector(text, selector) ||
        selector.kind == verdict::Selector::Kind::kSeverity)
      throw std::invalid_argument(fmt::format(
          "'{}' is no rule; see 'threadlint rule' for the list, for example TL101 or TL1", text));
    out.push_back(selector);
  }
  return out;
}

}  // namespace

RuleSelection::RuleSelection(const Options& options)
    : select(Parse(options.select)),
      ignore(Parse(options.ignore)),
      severities(ReadSeverities(options)) {
  if (std::ranges::none_of(threadlint::Rules(), [this](const RuleInfo& rule) { return Has(rule); }))
    throw std::invalid_argument("no rule is left to run: what is selected is also ignored, or off");
}

bool RuleSelection::Has(const RuleInfo& rule) const {
  Finding probe;
  probe.rule = &rule;
  return (select.empty() || verdict::MatchesAny(select, probe)) &&
         !verdict::MatchesAny(ignore, probe) && !verdict::IsOff(severities, rule);
}

std::vector<const RuleInfo*> RuleSelection::Rules() const {
  std::vector<const RuleInfo*> out;
  for (const RuleInfo& rule : threadlint::Rules())
    if (Has(rule)) out.push_back(&rule);
  return out;
}

std::vector<Finding> RunRules(const Options& options, const Report& report,
                              std::span<const ReadMessage> read, const facts::Topics* topics) {
  std::vector<const RuleInfo*> of_case, of_input;
  for (const RuleInfo* rule : report.rules)
    (rule->check_case != nullptr ? of_case : of_input).push_back(rule);
  std::vector<Finding> out;
  const auto add = [&out](std::vector<Finding>&& found) {
    std::move(found.begin(), found.end(), std::back_inserter(out));
  };
  const size_t jobs = (report.shown.size() + kCasesAJob - 1) / kCasesAJob;
  util::RunOrdered(
      util::WorkerCount(options.jobs), jobs,
      [&](size_t j) {
        std::vector<Finding> found;
        const size_t end = std::min(report.shown.size(), (j + 1) * kCasesAJob);
        for (size_t i = j * kCasesAJob; i < end; ++i) {
          rules::CaseMemo memo;
          const CaseView view{&report.mail, &report.set, report.shown[i], read, topics,
                              report.now,   &memo};
          for (const RuleInfo* rule : of_case)
            for (Finding& f : rule->check_case(view)) {
              f.rule = rule;
              f.case_index = report.shown[i];
              found.push_back(std::move(f));
            }
        }
        return found;
      },
      [&](size_t, std::vector<Finding>&& found) {
        add(std::move(found));
        return true;
      });
  for (const InputReport& input : report.inputs)
    for (const RuleInfo* rule : of_input) {
      std::vector<Finding> found = rule->check_input({&report.mail, input.notes});
      for (Finding& f : found) f.rule = rule;
      add(std::move(found));
    }
  AddDoubts(options, report, out);
  return out;
}

}  // namespace threadlint
