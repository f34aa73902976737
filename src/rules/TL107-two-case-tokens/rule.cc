#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL107(const CaseView& view) {
  std::vector<Finding> out = FindingsOfBreaks(view, BreakKind::kTwoTokens, Severity::kWarning);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "{} of {} carries two tokens, {} and {}, which belong to two cases. Help desks file it by "
        "one of them: RT, Zammad and Salesforce by the first, ServiceNow by the last.",
        Capital(MailOf(f.carried_by)), Day(view.message(f.message)), view.text(b.old_text),
        view.text(b.new_text));
    if (b.old_field == b.new_field && !b.old_field.empty()) f.evidence.resize(1);
    f.wrong_if = "The desk has merged the two cases.";
  }
  return out;
}

}  // namespace threadlint::rules
