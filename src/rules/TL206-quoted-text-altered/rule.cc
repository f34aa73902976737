#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL206(const CaseView& view) {
  std::vector<Finding> out;
  for (const Alteration& a : view.set->Alterations(view.get())) {
    const CaseMessage* quoting = view.Find(a.message);
    const CaseMessage* original = view.Find(a.original);
    if (quoting == nullptr || original == nullptr) continue;
    Finding f;
    f.severity = Severity::kWarning;
    f.confidence = a.answers ? 0.8 : 0.6;
    f.message = a.message;
    f.related = {a.original};
    f.carried_by = quoting->side;
    f.text = fmt::format(
        "{} of {} quotes {} of {} with other numbers. The other words of the sentence are the same "
        "in both.",
        Capital(MailOf(quoting->side)), Day(view.message(a.message)), MailOf(original->side),
        Day(view.message(a.original)));
    f.evidence = {InText(a.original, a.skeleton, false), InText(a.message, a.skeleton, true)};
    f.reach = 1;
    f.wrong_if =
        "The mail that is quoted exists in another version that is not in the export, or a mail "
        "program or template filled in the numbers.";
    f.fact = fmt::format("{:016x}", a.skeleton);
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace threadlint::rules
