// Old mails that were answered about another matter.
#include "cases/matter_numbers.h"
#include "cases/strong_join.h"

namespace threadlint::cases {

bool StrongJoin::IsOldMail(MessageIndex i) {
  const Correspondents& who = known_.who[i];
  const mail::LinkReading* reading = known_.Reading(i);
  if (reading == nullptr || who.from_desk) return false;
  const Matter* thread = ParentMatter();
  for (const TokenIndex t : own_)
    if (thread == nullptr && !homes_[t].empty())
      if (const size_t h = HomeFor(i, t); h != SIZE_MAX) thread = sets_.Of(homes_[t][h].node);
  if (thread == nullptr || thread->numbers.empty()) return false;
  if (mail_.messages[i].date - thread->last < kOldAfter) return false;
  if (!NamesAnotherThing(*reading, thread->numbers)) return false;
  overruled_.push_back(
      {Overruling::kOldMail, i, thread->newest, own_.empty() ? kNoToken : own_.front(), kNoToken});
  const uint32_t contest = ++contests_;
  if (thread->newest != kNoMessage) Insert(sets_.Put(Node(thread->newest)).contests, contest);
  Insert(sets_.Put(Node(i)).contests, contest);
  return true;
}

void StrongJoin::SetApart(MessageIndex i) {
  for (const TokenIndex t : own_) homes_[t].push_back({Node(i), known_.who[i].person});
}

}  // namespace threadlint::cases
