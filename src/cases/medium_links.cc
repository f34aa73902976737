#include "cases/medium_links.h"

#include "cases/pair_join.h"

#include <map>
#include <utility>

namespace threadlint::cases {

std::vector<MatterLink> JoinMatters(const Known& known, Strength weakest, Threads& threads) {
  // In the order of their first mails: a join of one pair is there for the next to find.
  std::vector<std::vector<MessageIndex>> pairs;
  std::map<std::pair<DeskIndex, PersonIndex>, size_t> place;
  for (const MessageIndex i : known.in_order) {
    const Correspondents& who = known.who[i];
    if (who.desk == kNobody || who.person == kNobody) continue;
    const auto [at, added] = place.try_emplace({who.desk, who.person}, pairs.size());
    if (added) pairs.emplace_back();
    pairs[at->second].push_back(i);
  }
  MatterJoin join(known, weakest, threads);
  for (const std::vector<MessageIndex>& messages : pairs) PairJoin(join, messages).Run();
  return std::move(join.links);
}

}  // namespace threadlint::cases
