#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <string>

namespace threadlint::rules {

std::vector<Finding> TL102(const CaseView& view) {
  std::vector<Finding> out = FindingsOfBreaks(view, BreakKind::kTokenRemoved, Severity::kError);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "The token that ties answers to this case is gone in {} of {}: {} had carried {}, {} of "
        "this one is {}. {}",
        MailOf(f.carried_by), Day(view.message(f.message)),
        Count(b.before, "earlier mail") + " of the desk", view.text(b.old_text),
        b.new_field == "Subject" ? "the subject" : "the reply address",
        b.new_field == "Subject" ? fmt::format("\"{}\"", view.text(b.new_text))
                                 : std::string(view.text(b.new_text)),
        ReachSentence(view, b));
    f.wrong_if =
        "The desk may find the case by other means, such as a number in the subject; a later mail "
        "that is not in the export may carry the token again.";
  }
  return out;
}

}  // namespace threadlint::rules
