#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL103(const CaseView& view) {
  std::vector<Finding> out = FindingsOfBreaks(view, BreakKind::kTokenAltered, Severity::kError);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "The token that ties answers to this case was altered in {} of {}: earlier it was {}, "
        "here it is {}. Likely cause: {}. {}",
        MailOf(f.carried_by), Day(view.message(f.message)), view.text(b.old_text),
        view.text(b.new_text), b.cause, ReachSentence(view, b));
    f.wrong_if =
        "The two are two tokens that happen to look alike; or the desk's software mends the damage "
        "by itself.";
  }
  return out;
}

}  // namespace threadlint::rules
