#include "verdict/baseline.h"

#include "verdict/fingerprint.h"

#include <threadlint/rule.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace threadlint::verdict {
namespace {

class Comparison {
 public:
  Comparison(const Baseline& baseline, Report& report) : report_(report) {
    for (const BaselineEntry& entry : baseline.entries) open_.emplace(entry.fingerprint, &entry);
  }

  void Run() {
    report_.baselined = true;
    std::vector<Finding*> rest;
    for (Finding& f : report_.findings) {
      const auto known = open_.find(f.fingerprint);
      if (known == open_.end()) {
        rest.push_back(&f);
        continue;
      }
      const Severity before = known->second->severity;
      Mark(f, f.severity == before ? BaselineState::kUnchanged : BaselineState::kUpdated, before);
      open_.erase(known);
    }
    MatchByMail(std::move(rest));
    JudgeRest();
  }

 private:
  static void Mark(Finding& f, BaselineState state, Severity before) {
    f.baseline = state;
    if (state == BaselineState::kNew || f.severity > before) return;
    f.accepted = true;
    f.fails = false;
  }

  // The same rule at the same mail: the finding as it looks now. Neither is used twice, so that a
  // second finding there is a new one.
  void MatchByMail(std::vector<Finding*> rest) {
    std::map<std::pair<std::string_view, std::string_view>, std::vector<const BaselineEntry*>>
        left;  // by rule and anchor, the last by fingerprint first to be taken
    for (const auto& [fingerprint, entry] : open_)
      left[{entry->rule, entry->anchor}].push_back(entry);
    std::ranges::sort(rest, {}, [](const Finding* f) { return std::string_view(f->fingerprint); });
    for (Finding* f : rest) {
      const auto at = left.find({f->rule->id, f->anchor});
      if (at == left.end() || at->second.empty()) {
        f->baseline = BaselineState::kNew;
        continue;
      }
      const BaselineEntry* entry = at->second.back();
      at->second.pop_back();
      Mark(*f, BaselineState::kUpdated, entry->severity);
      open_.erase(entry->fingerprint);
    }
  }

  // Hashes of all mails cost time; they are made for what is left, if anything is.
  void JudgeRest() {
    if (open_.empty()) return;
    std::set<std::string_view> wanted;
    for (const auto& [fingerprint, entry] : open_) wanted.insert(entry->anchor);
    std::set<std::string> looked_at, there;
    const auto add = [&](MessageIndex message, std::set<std::string>& to) {
      std::string anchor = AnchorOf(report_.mail, message);
      if (wanted.contains(anchor)) to.insert(std::move(anchor));
    };
    for (const uint32_t c : report_.shown)
      for (const CaseMessage& m : report_.set.Messages(report_.set.cases[c]))
        add(m.message, looked_at);
    // Notes on the input are about mails that need stand in no case.
    for (MessageIndex i = 0; i < report_.mail.messages.size(); ++i) add(i, there);
    for (const auto& [fingerprint, entry] : open_) {
      const RuleInfo* rule = RuleThatRan(entry->rule);
      const bool judged = rule != nullptr &&
                          (rule->check_case == nullptr ? there : looked_at).contains(entry->anchor);
      if (judged) {
        report_.absent.push_back({entry->fingerprint, entry->rule, entry->severity});
      } else {
        ++report_.unjudged;
      }
    }
  }

  const RuleInfo* RuleThatRan(std::string_view id) const {
    for (const RuleInfo* rule : report_.rules)
      if (rule->id == id) return rule;
    return nullptr;
  }

  Report& report_;
  std::map<std::string_view, const BaselineEntry*> open_;  // by fingerprint; not yet matched
};

}  // namespace

void Compare(const Baseline& baseline, Report& report) { Comparison(baseline, report).Run(); }

}  // namespace threadlint::verdict
