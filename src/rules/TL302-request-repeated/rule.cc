#include "rules/repeats.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace threadlint::rules {

std::vector<Finding> TL302(const CaseView& view) {
  std::vector<Finding> out;
  std::map<std::pair<uint32_t, uint32_t>, size_t> by_mails;
  const auto repeats = FindRepeats(view);
  for (const Repeat& repeat : *repeats) {
    // What was given is TL301's. Between the two a mail of the customer must stand: to remind
    // somebody who has not answered is no fault.
    if (repeat.given_in != kNoEntry || repeat.answered_in == kNoEntry) continue;
    const auto messages = view.messages();
    const MessageIndex again = messages[repeat.ask.entry].message;
    const MessageIndex first = messages[repeat.asked_in].message;
    const MessageIndex between = messages[repeat.answered_in].message;
    const auto [at, is_new] = by_mails.try_emplace({repeat.ask.entry, repeat.asked_in}, out.size());
    if (is_new) {
      Finding& f = out.emplace_back();
      f.severity = repeat.ask.verifies ? Severity::kNote : Severity::kWarning;
      f.message = again;
      f.related = {first, between};
      f.carried_by = messages[repeat.ask.entry].side;
      f.text = fmt::format(
          "The desk's mail of {} asks again for what its mail of {} asked for. The customer wrote "
          "in between, on {}; what was asked for was not found in that mail.",
          Day(view.message(again)), Day(view.message(first)), Day(view.message(between)));
      f.text += BreakBetween(view, first, again);
      f.reach = 1;
      f.wrong_if =
          "The second request is about another order, item or person, or the customer asked to be "
          "reminded.";
    }
    Finding& f = out[at->second];
    f.confidence = std::max(f.confidence, repeat.confidence);
    AddEvidence(OfMessage(view, first, repeat.asked->sentence), f);
    AddEvidence(OfMessage(view, again, repeat.ask.fact->sentence), f);
    f.fact += fmt::format("{:08x}.", repeat.ask.fact->thing.head);
  }
  return out;
}

}  // namespace threadlint::rules
