#include "cases/strong_join.h"

#include "cases/matter_numbers.h"

#include <utility>

namespace threadlint::cases {

StrongJoin::StrongJoin(const Known& known, Strength weakest)
    : known_(known),
      mail_(known.mail),
      weakest_(weakest),
      titles_(known, weakest),
      sets_(known.mail.strings.size() + known.mail.messages.size()),
      homes_(known.tokens.tokens.size()),
      contest_of_(known.tokens.tokens.size()) {}

Threads StrongJoin::Run() {
  Threads out{DisjointSets(0), {}, {}, 0};
  for (const MessageIndex i : known_.in_order) Step(i);
  // Copies stand where their originals do.
  for (MessageIndex i = 0; i < mail_.messages.size(); ++i)
    if (mail_.messages[i].copy_of != kNoMessage)
      sets_.Join(Node(i), Node(mail_.messages[i].copy_of));
  if (contests_ > 0) out.contested.resize(mail_.messages.size());
  for (const MessageIndex i : known_.in_order)
    if (const Matter* m = sets_.Of(Node(i)); m != nullptr && !m->contests.empty())
      out.contested[i] = m->contests.front();
  out.steps = sets_.steps;
  out.overruled = std::move(overruled_);
  out.sets = std::move(sets_).Take();
  return out;
}

void StrongJoin::Step(MessageIndex i) {
  const Message& m = mail_.messages[i];
  ReadOwnTokens(i);
  ReadParents(i);
  if (m.message_id != 0) sets_.Join(Node(i), m.message_id);
  if (known_.who[i].desk == kNobody && own_.empty()) {
    for (const uint32_t p : parents_) sets_.Join(Node(i), p);
    return;
  }
  KeepOneOfAFamily(i);
  const bool old = IsOldMail(i);
  const bool disagrees = !old && JoinTokens(i);
  if (!old && !disagrees) JoinParents(i);
  if (old) SetApart(i);
  Note(i);
}

void StrongJoin::Note(MessageIndex i) {
  const Message& m = mail_.messages[i];
  const Correspondents& who = known_.who[i];
  Matter& matter = sets_.Put(Node(i));
  if (m.date >= matter.last || matter.newest == kNoMessage) {
    matter.last = m.date;
    matter.newest = i;
  }
  for (const TokenIndex t : own_) Insert(matter.tokens, {known_.tokens.facts[t].family, t});
  if (who.person != kNobody) Insert(matter.persons, who.person);
  for (std::string& n : NumbersNamed(known_, i)) Insert(matter.numbers, std::move(n));
}

}  // namespace threadlint::cases
