#include "rules/repeats.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace threadlint::rules {
namespace {

std::string WhereGiven(const CaseView& view, const Repeat& repeat) {
  const CaseMessage& mail = view.messages()[repeat.given_in];
  const std::string day = Day(view.message(mail.message));
  if (repeat.given.how == GivenHow::kAttachment)
    return fmt::format("the customer's mail of {} brings it as an attachment", day);
  if (repeat.given.how == GivenHow::kAction)
    return fmt::format("the customer's mail of {} says that it was done", day);
  return fmt::format("the customer's mail of {} gives it", day);
}

// "We have not received your photos", and no request beside it, says more than that they are asked
// for: TL405.
bool IsDenial(const Ask& ask) {
  bool denied = false, asked = false;
  for (const facts::Fact& fact : ask.reading->facts) {
    const bool here = fact.sentence == ask.fact->sentence;
    denied = denied || (here && fact.kind == facts::FactKind::kDenied &&
                        fact.thing.head == ask.fact->thing.head);
    asked = asked || (!here && fact.kind == facts::FactKind::kRequest);
  }
  return denied && !asked;
}

}  // namespace

std::vector<Finding> TL301(const CaseView& view) {
  std::vector<Finding> out;
  // Things that one mail asks for and one mail gave are one finding.
  std::map<std::pair<uint32_t, uint32_t>, size_t> by_mails;
  const auto repeats = FindRepeats(view);
  for (const Repeat& repeat : *repeats) {
    if (repeat.given_in == kNoEntry || IsDenial(repeat.ask)) continue;
    const auto messages = view.messages();
    const MessageIndex asking = messages[repeat.ask.entry].message;
    const MessageIndex giving = messages[repeat.given_in].message;
    const auto [at, is_new] = by_mails.try_emplace({repeat.ask.entry, repeat.given_in}, out.size());
    if (is_new) {
      Finding& f = out.emplace_back();
      f.severity = repeat.ask.verifies ? Severity::kNote : Severity::kError;
      f.message = asking;
      f.related = {giving};
      if (repeat.asked_in != kNoEntry) f.related.push_back(messages[repeat.asked_in].message);
      f.carried_by = messages[repeat.ask.entry].side;
      f.text = fmt::format("The desk's mail of {} asks for something that was given before: {}.",
                           Day(view.message(asking)), WhereGiven(view, repeat));
      if (repeat.acknowledged_in != kNoEntry)
        f.text += fmt::format(" The desk's mail of {} says that it has it.",
                              Day(view.message(messages[repeat.acknowledged_in].message)));
      if (repeat.protested) f.text += " The customer's next mail says that it had been given.";
      f.text += BreakBetween(view, giving, asking);
      f.reach = 1;
      f.wrong_if =
          "What was given is of another order, item or person, did not arrive in a form that could "
          "be used, or something else was meant.";
    }
    Finding& f = out[at->second];
    f.confidence = std::max(f.confidence, repeat.confidence);
    AddEvidence(OfMessage(view, giving, repeat.given.sentence), f);
    if (repeat.acknowledged_in != kNoEntry)
      AddEvidence(OfMessage(view, messages[repeat.acknowledged_in].message, repeat.acknowledgement),
                  f);
    AddEvidence(OfMessage(view, asking, repeat.ask.fact->sentence), f);
    f.fact += fmt::format("{:08x}.", repeat.ask.fact->thing.head);
  }
  return out;
}

}  // namespace threadlint::rules
