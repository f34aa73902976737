#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL201(const CaseView& view) {
  std::vector<Finding> out =
      FindingsOfBreaks(view, BreakKind::kThreadRestarted, Severity::kWarning);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text = fmt::format(
        "{} of {} begins a new thread, \"{}\", although it continues this case: it names no earlier "
        "mail. {}",
        Capital(MailOf(f.carried_by)), Day(view.message(f.message)), view.text(b.new_text),
        ReachSentence(view, b));
    f.wrong_if = "It is about another matter, which only shares a number or a quotation with this.";
  }
  return out;
}

}  // namespace threadlint::rules
