#include "verdict/suppress.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace threadlint::verdict {
namespace {

class Suppressor {
 public:
  Suppressor(const Policy& policy, Report& report)
      : policy_(policy), report_(report), found_(policy.suppressions.size()) {
    for (size_t i = 0; i < policy.suppressions.size(); ++i) {
      const Suppression& entry = policy.suppressions[i];
      (entry.fingerprint.empty() ? by_mail_[entry.message_id] : by_fingerprint_[entry.fingerprint])
          .push_back(i);
    }
  }

  void Run() {
    for (Finding& f : report_.findings) {
      std::vector<size_t> covering;
      Collect(by_fingerprint_, f.fingerprint, f, covering);
      if (f.message != kNoMessage)
        Collect(by_mail_, report_.mail[report_.mail.messages[f.message].message_id], f, covering);
      std::ranges::sort(covering);
      for (const size_t i : covering) {
        ++found_[i];
        // The first that counts gives the reason.
        if (!f.suppressed.empty() || IsExpired(policy_.suppressions[i])) continue;
        f.suppressed = policy_.suppressions[i].reason;
        f.accepted = true;
        f.fails = false;
      }
    }
    for (size_t i = 0; i < policy_.suppressions.size(); ++i) Tell(i);
  }

 private:
  using Index = std::map<std::string, std::vector<size_t>, std::less<>>;

  void Collect(const Index& index, std::string_view key, const Finding& f,
               std::vector<size_t>& out) const {
    const auto at = index.find(key);
    if (at == index.end()) return;
    for (const size_t i : at->second) {
      const std::vector<Selector>& rules = policy_.suppressions[i].rules;
      if (rules.empty() || MatchesAny(rules, f)) out.push_back(i);
    }
  }

  bool IsExpired(const Suppression& entry) const {
    return !entry.until.empty() && policy_.today && *policy_.today > entry.until_day;
  }

  void Tell(size_t i) {
    const Suppression& entry = policy_.suppressions[i];
    SuppressionReport& out = report_.suppressions.emplace_back();
    out.path = entry.path;
    out.line = entry.line;
    out.key = entry.key;
    out.reason = entry.reason;
    out.until = entry.until;
    out.findings = found_[i];
    if (IsExpired(entry)) {
      out.state = SuppressionState::kExpired;
    } else if (found_[i] > 0) {
      out.state = SuppressionState::kUsed;
    } else {
      out.state = IsJudged(entry) ? SuppressionState::kUnused : SuppressionState::kNotJudged;
    }
  }

  // Could this run have found what the entry is about?
  bool IsJudged(const Suppression& entry) {
    if (report_.incomplete) return false;
    const auto ran = [&](const RuleInfo& rule) {
      return std::ranges::find(report_.rules, &rule) != report_.rules.end();
    };
    for (const RuleInfo& rule : Rules()) {
      Finding probe;
      probe.rule = &rule;
      if ((entry.rules.empty() || MatchesAny(entry.rules, probe)) && !ran(rule)) return false;
    }
    // Which mail a fingerprint is about is not known.
    if (entry.message_id.empty()) return !policy_.narrowed;
    if (policy_.narrowed && looked_at_.empty())
      for (const uint32_t c : report_.shown)
        for (const CaseMessage& m : report_.set.Messages(report_.set.cases[c]))
          looked_at_.insert(report_.mail.messages[m.message].message_id);
    return !policy_.narrowed || looked_at_.contains(report_.mail.strings.Find(entry.message_id));
  }

  const Policy& policy_;
  Report& report_;
  Index by_fingerprint_, by_mail_;
  std::vector<uint64_t> found_;   // by entry
  std::set<StringId> looked_at_;  // ids of mails of the cases looked at; filled when first needed
};

}  // namespace

void Suppress(const Policy& policy, Report& report) {
  if (!policy.suppressions.empty()) Suppressor(policy, report).Run();
}

std::string Complaint(const SuppressionReport& entry) {
  if (entry.state == SuppressionState::kUnused) return "unused: no finding is about it";
  if (entry.state != SuppressionState::kExpired) return {};
  const std::string expired = fmt::format("expired on {}: ", entry.until);
  if (entry.findings == 0) return expired + "take the line out, or give it a new day";
  return expired + (entry.findings == 1 ? "1 finding counts again"
                                        : fmt::format("{} findings count again", entry.findings));
}

}  // namespace threadlint::verdict
