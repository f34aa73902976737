#include "../labelled_set.h"
#include "../score.h"
#include "judged.h"

#include <threadlint/rule.h>

#include <algorithm>
#include <utility>

namespace threadlint::accuracy {
namespace {

Judgement JudgementOf(const LabelledSet& set, const Found& found) {
  if (std::ranges::any_of(set.labels, [&](const Label& l) { return Answers(found, l); }))
    return Judgement::kRight;
  return set.unclear.contains({found.rule, found.message}) ? Judgement::kLeftOut
                                                           : Judgement::kWrong;
}

}  // namespace

JudgedSet JudgeLabelled(const std::filesystem::path& folder, const Readers& readers) {
  JudgedSet out;
  out.name = folder.filename().string();
  out.rules.insert(kRules.begin(), kRules.end());
  for (const LabelledSet& set : ReadSets(folder)) {
    const bool clean = set.labels.empty() && set.unclear.empty();
    if (set.labels.empty() && !clean) {
      ++out.left_out;
      continue;
    }
    ++(clean ? out.clean : out.defective);
    const Report report = LintAll(set.paths, true);
    for (const Finding& f : report.findings) {
      if (!IsJudged(f)) continue;
      JudgedFinding judged = Describe(report, f);
      judged.clean = clean;
      if (out.rules.contains(f.rule->id)) {
        judged.judgement = JudgementOf(set, FoundOf(report, f));
      } else if (clean) {
        judged.judgement = Read(readers, f);
      }
      out.findings.push_back(std::move(judged));
    }
  }
  return out;
}

}  // namespace threadlint::accuracy
