#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL106(const CaseView& view) {
  std::vector<Finding> out =
      FindingsOfBreaks(view, BreakKind::kReplyWithoutToken, Severity::kWarning);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "{} of {} does not carry {}, which the desk's mail of {} had given for the answer. {}",
        Capital(MailOf(f.carried_by)), Day(view.message(f.message)), view.text(b.old_text),
        Day(view.message(b.previous)), ReachSentence(view, b));
    f.wrong_if =
        "The mail was meant to open another matter; or the desk finds the case by the sender or by "
        "reply headers as well.";
  }
  return out;
}

}  // namespace threadlint::rules
