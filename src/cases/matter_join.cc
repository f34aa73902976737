#include "cases/matter_join.h"

namespace threadlint::cases {

MatterJoin::MatterJoin(const Known& known_, Strength weakest_, Threads& threads_)
    : known(known_), weakest(weakest_), threads(threads_), titles(known_, weakest_) {
  for (const Overruled& o : threads.overruled)
    if (o.kind == Overruling::kLinksDisagree) disagree[o.message] = o.other;
}

void MatterJoin::Add(const MatterLink& link) {
  ++threads.steps;
  const uint32_t a = Root(link.message), b = Root(link.to);
  if (a == b) return;
  const auto contest_of = [&](uint32_t root, MessageIndex m) {
    const auto at = contest.find(root);
    return at != contest.end() ? at->second : threads.ContestOf(m);
  };
  const uint32_t x = contest_of(a, link.message), y = contest_of(b, link.to);
  if (x != 0 && x == y) return;
  threads.sets.Join(a, b);
  if (x != 0 || y != 0) contest[threads.sets.Find(a)] = x != 0 ? x : y;
  links.push_back(link);
}

void MatterJoin::AddWeak(MessageIndex i, MessageIndex to, LinkKind kind, std::string_view why) {
  const std::vector<Message>& messages = known.mail.messages;
  if (weakest != Strength::kWeak || messages[i].date - messages[to].date > kJoinWithin) return;
  Add({i, to, kind, kind, Strength::kWeak, why});
}

}  // namespace threadlint::cases
