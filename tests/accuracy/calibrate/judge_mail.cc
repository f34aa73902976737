#include "judged.h"

#include <algorithm>
#include <utility>

namespace threadlint::accuracy {
namespace {

bool BothWrite(const Report& report, uint32_t case_index) {
  const auto messages = report.set.Messages(report.set.cases[case_index]);
  const auto writes = [&](Side side) {
    return std::ranges::any_of(messages, [&](const CaseMessage& m) { return m.side == side; });
  };
  return writes(Side::kCustomer) && (writes(Side::kAgent) || writes(Side::kAuto));
}

}  // namespace

JudgedSet JudgeMail(const std::filesystem::path& mail,
                    const std::vector<std::string>& support_domains, const Readers& readers) {
  JudgedSet set;
  set.name = mail.filename().string();
  const Report report = LintAll({mail.string()}, false, support_domains);
  std::set<uint32_t> clean;
  for (const uint32_t i : report.shown)
    if (BothWrite(report, i)) clean.insert(i);
  set.clean = clean.size();
  set.left_out = report.shown.size() - clean.size();
  for (const Finding& f : report.findings) {
    if (!IsJudged(f) || !clean.contains(f.case_index)) continue;
    JudgedFinding judged = Describe(report, f);
    judged.clean = true;
    judged.judgement = Read(readers, f);
    set.findings.push_back(std::move(judged));
  }
  return set;
}

}  // namespace threadlint::accuracy
