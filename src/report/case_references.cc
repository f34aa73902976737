#include "report/case_references.h"

#include "report/finding_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace threadlint::report {
namespace {

std::set<MessageIndex> MailsCitedBy(const Report& report, const Finding& f) {
  std::set<MessageIndex> out;
  out.insert(f.message);
  out.insert(f.related.begin(), f.related.end());
  for (const Evidence& e : f.evidence) out.insert(e.message);
  if (f.broken_by != kNoBreak) out.insert(report.set.breaks[f.broken_by].message);
  out.erase(kNoMessage);
  return out;
}

}  // namespace

CaseReferences::CaseReferences(const Report& report, uint32_t case_index, bool findings,
                               bool all_mails)
    : report_(report), case_index_(case_index) {
  std::set<MessageIndex> cited;
  for (const Finding* f : FindingsOf(report, case_index)) {
    if (f->accepted || !findings) continue;
    findings_.push_back(f);
    cited.merge(MailsCitedBy(report, *f));
  }
  if (case_index != kNoCase)
    for (const CaseMessage& entry : report.set.Messages(report.set.cases[case_index]))
      if (cited.erase(entry.message) > 0 || all_mails) {
        exhibits_.push_back(entry.message);
        entries_.push_back(&entry);
      }
  const auto others = exhibits_.insert(exhibits_.end(), cited.begin(), cited.end());
  std::stable_sort(others, exhibits_.end(), [&](MessageIndex a, MessageIndex b) {
    return report.mail.messages[a].date < report.mail.messages[b].date;
  });
  entries_.resize(exhibits_.size());
  for (uint32_t i = 0; i < exhibits_.size(); ++i) numbers_[exhibits_[i]] = i + 1;
  findings_on_.resize(exhibits_.size());
  for (uint32_t i = 0; i < findings_.size(); ++i)
    for (const uint32_t exhibit : ExhibitsOf(*findings_[i]))
      findings_on_[exhibit - 1].push_back(i + 1);
}

uint32_t CaseReferences::ExhibitOf(MessageIndex message) const {
  const auto at = numbers_.find(message);
  return at == numbers_.end() ? 0 : at->second;
}

std::vector<uint32_t> CaseReferences::ExhibitsOf(const Finding& finding) const {
  std::vector<uint32_t> out;
  for (const MessageIndex m : MailsCitedBy(report_, finding)) out.push_back(ExhibitOf(m));
  std::ranges::sort(out);
  return out;
}

std::span<const uint32_t> CaseReferences::FindingsOn(uint32_t exhibit) const {
  return findings_on_[exhibit - 1];
}

std::string CaseReferences::FindingAnchor(uint32_t number) const {
  return fmt::format("{}-f{}", case_index_ == kNoCase ? "input" : report_.set.cases[case_index_].id,
                     number);
}

std::string CaseReferences::ExhibitAnchor(uint32_t number) const {
  return fmt::format("{}-e{}", case_index_ == kNoCase ? "input" : report_.set.cases[case_index_].id,
                     number);
}

}  // namespace threadlint::report
