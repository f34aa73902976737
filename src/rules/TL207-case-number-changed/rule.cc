#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL207(const CaseView& view) {
  std::vector<Finding> out = FindingsOfBreaks(view, BreakKind::kNumberChanged, Severity::kWarning);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "The case number changed in {} of {}: it was {}, here it is {}. A desk that files by the "
        "number puts {} of this conversation into another case.",
        MailOf(f.carried_by), Day(view.message(f.message)), view.text(b.old_text),
        view.text(b.new_text), Count(b.reach, "message"));
    f.wrong_if =
        "The desk has merged the two cases, or opened the second one at the customer's wish in a "
        "mail that is not in the export.";
  }
  return out;
}

}  // namespace threadlint::rules
