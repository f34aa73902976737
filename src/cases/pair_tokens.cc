// Threads of one pair with two tokens, of which one is the other damaged or took its place.
#include "cases/near_miss.h"
#include "cases/pair_join.h"
#include "util/ascii.h"

#include <algorithm>
#include <map>
#include <utility>

namespace threadlint::cases {

void PairJoin::JoinAnsweredAcross() {
  for (const MessageIndex i : messages_) {
    const auto at = join_.disagree.find(i);
    if (at == join_.disagree.end() || known_.titles[i].empty() || join_.titles.ToSeveralPeople(i))
      continue;
    if (known_.titles[at->second] == known_.titles[i] &&
        known_.who[at->second].person == known_.who[i].person && DeskBegan(i, at->second))
      join_.Add({i, at->second, LinkKind::kReply, LinkKind::kSubject, Strength::kMedium,
                 "it answers that message under the same subject, though with another token"});
  }
}

bool PairJoin::DeskBegan(MessageIndex a, MessageIndex b) const {
  const Part *x = PartOf(a), *y = PartOf(b);
  if (x == nullptr || y == nullptr || x == y) return false;
  const Part* later = x > y ? x : y;  // parts stand in the order of their beginnings
  return known_.who[later->messages.front()].from_desk;
}

void PairJoin::JoinDamaged() {
  std::map<std::pair<uint32_t, std::string>, std::vector<std::pair<TokenIndex, MessageIndex>>>
      by_half;
  for (const MessageIndex i : messages_)
    for (const TokenUse& use : known_.tokens.Of(At(i), i)) {
      const TokenIndex t = known_.tokens.facts[use.token].kept;
      if (!IsOwn(use.place)) continue;
      const TokenFacts& facts = known_.tokens.facts[t];
      if (!Groups(known_.tokens.tokens[t])) continue;
      const std::string key = util::LowerAscii(known_.mail[facts.key]);
      constexpr size_t kLeast = 4;
      if (key.size() < 2 * kLeast) continue;
      // A cut token has fewer characters than half of the whole one may have.
      for (const std::string& half :
           {"<" + key.substr(0, kLeast), key.substr(key.size() - kLeast)}) {
        auto& seen = by_half[{facts.family, half}];
        for (const auto& [other, m] : seen) {
          ++join_.threads.steps;
          if (other != t &&
              !NearMiss(known_.mail[known_.tokens.facts[other].key], known_.mail[facts.key])
                   .empty())
            join_.Add({i, m, LinkKind::kToken, LinkKind::kToken, Strength::kMedium,
                       "its token differs from that message's as damaged ones do"});
        }
        std::erase_if(seen, [&](const auto& pair) { return pair.first == t; });
        if (seen.size() == kLastMails) seen.erase(seen.begin());
        seen.emplace_back(t, i);
      }
    }
}

}  // namespace threadlint::cases
