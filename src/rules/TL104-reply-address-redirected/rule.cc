#include "rules/token_break.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL104(const CaseView& view) {
  std::vector<Finding> out =
      FindingsOfBreaks(view, BreakKind::kAddressRedirected, Severity::kError);
  for (Finding& f : out) {
    const Break& b = view.set->breaks[f.broken_by];
    f.text =
        fmt::format("Answers to {} of {} go to {}; answers to the mails before it went to {}. {}",
                    MailOf(f.carried_by), Day(view.message(f.message)), view.text(b.new_text),
                    view.text(b.old_text), ReachSentence(view, b));
    f.wrong_if =
        "Mail to the new address is read, and filed with this case: a department that took "
        "the case over, a new name of the same desk.";
  }
  return out;
}

}  // namespace threadlint::rules
