#include "report/finding_words.h"

#include "report/page.h"
#include "verdict/confidence.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {

std::string SettledWords(const Finding& finding) {
  if (!finding.suppressed.empty()) return "suppressed: " + Safe(finding.suppressed);
  if (!finding.accepted) return {};
  return finding.baseline == BaselineState::kUnchanged ? "unchanged since the baseline"
                                                       : "changed since the baseline, no worse";
}

std::string DoubtWords(const Finding& finding, bool quotes) {
  std::string out;
  std::string_view last;
  for (const Doubt& doubt : finding.doubts) {
    if (!quotes && doubt.brief == last) continue;  // the same of another mail
    last = doubt.brief;
    out += ' ';
    out += quotes ? std::string_view(doubt.text) : doubt.brief;
  }
  return out;
}

std::string GradeWords(const Finding& finding) {
  std::string out = fmt::format("{}, confidence {}", Name(finding.severity),
                                verdict::Name(verdict::LevelOf(finding)));
  if (finding.baseline != BaselineState::kNone) out.append(", ").append(Name(finding.baseline));
  return out;
}

std::string PlaceWords(const Evidence& evidence) {
  const std::string path = Safe(evidence.path);
  return evidence.line == 0 ? path : fmt::format("{}:{}", path, evidence.line);
}

std::string SubjectOf(const Report& report, const Case& c) {
  const MessageIndex first = report.set.Messages(c).front().message;
  const StringId subject = report.mail.messages[first].subject;
  return subject == 0 ? "(no subject)" : Safe(report.mail[subject]);
}

std::vector<const Finding*> FindingsOf(const Report& report, uint32_t case_index) {
  std::vector<const Finding*> out;
  auto at = std::ranges::lower_bound(report.findings, case_index, {}, &Finding::case_index);
  for (; at != report.findings.end() && at->case_index == case_index; ++at) out.push_back(&*at);
  return out;
}

}  // namespace threadlint::report
