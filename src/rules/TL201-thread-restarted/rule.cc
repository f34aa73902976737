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
        "{} of {} begins a new thread, \"{}\", although it goes on with this case: it names no "
        "earlier mail. Mail programs show it apart from those, and the answers to it as well.",
        Capital(MailOf(f.carried_by)), Day(view.message(f.message)), view.text(b.new_text));
    f.wrong_if =
        "It is about another matter, which only shares a number or a quotation with this one; or "
        "the mail that it answers is not in the export.";
  }
  return out;
}

}  // namespace threadlint::rules
