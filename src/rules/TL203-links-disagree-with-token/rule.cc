#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL203(const CaseView& view) {
  std::vector<Finding> out = FindingsOfBreaks(view, BreakKind::kLinksDisagree, Severity::kWarning);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "The reply headers of {} of {} name a mail of another case, \"{}\" of {}, which goes by "
        "{}; "
        "the mail itself carries {}. Desks that go by the token file it here, those that go by "
        "headers there.",
        MailOf(f.carried_by), Day(view.message(f.message)),
        view.text(view.message(b.other).subject), Day(view.message(b.other)),
        b.new_text != 0 ? view.text(b.new_text) : "another token", view.text(b.old_text));
    const Message& m = view.message(f.message);
    f.evidence.push_back(InHeader(f.message, m.in_reply_to > 0 ? "In-Reply-To" : "References"));
    f.wrong_if = "The two cases are one matter.";
  }
  return out;
}

}  // namespace threadlint::rules
