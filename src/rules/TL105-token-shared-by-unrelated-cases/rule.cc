#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL105(const CaseView& view) {
  std::vector<Finding> out = FindingsOfBreaks(view, BreakKind::kTokenShared, Severity::kWarning);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "{} of {} carries {}, which is the token of a case of other people (last mail before on "
        "{}), and answers no mail of that case. What is written in the one can be filed with the "
        "other.",
        Capital(MailOf(f.carried_by)), Day(view.message(f.message)), view.text(b.old_text),
        Day(view.message(b.other)));
    f.wrong_if =
        "The two cases are one matter of the same household or company; or the token is one for a "
        "whole mailbox by design.";
  }
  return out;
}

}  // namespace threadlint::rules
