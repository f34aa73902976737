#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL101(const CaseView& view) {
  std::vector<Finding> out = FindingsOfBreaks(view, BreakKind::kTokenChanged, Severity::kError);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "{} changed in {} of {}: {} had carried {}, this one "
        "carries {}. {}",
        Carrier(b), MailOf(f.carried_by), Day(view.message(f.message)),
        Count(b.before, "earlier mail") + " of the desk", view.text(b.old_text),
        view.text(b.new_text), ReachSentence(view, b));
    f.wrong_if =
        Assumed(view, b)
            ? "The part after '+' may be new for each contact by design: this export holds too few "
              "threads of this desk to tell. A mail between the two that is not in the export may "
              "explain the change."
            : "A mail between the two that is not in the export may explain the change, such as a "
              "second matter opened at the customer's wish.";
  }
  return out;
}

}  // namespace threadlint::rules
