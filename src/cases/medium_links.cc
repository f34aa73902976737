#include "cases/medium_links.h"

#include "cases/pair_join.h"

#include <map>
#include <utility>

namespace threadlint::cases {

std::vector<MatterLink> JoinMatters(const Known& known, Strength weakest, Threads& threads) {
  std::map<std::pair<DeskIndex, PersonIndex>, std::vector<MessageIndex>> pairs;
  for (const MessageIndex i : known.in_order) {
    const Correspondents& who = known.who[i];
    if (who.desk != kNobody && who.person != kNobody) pairs[{who.desk, who.person}].push_back(i);
  }
  MatterJoin join(known, weakest, threads);
  for (const auto& [pair, messages] : pairs) PairJoin(join, messages).Run();
  return std::move(join.links);
}

}  // namespace threadlint::cases
