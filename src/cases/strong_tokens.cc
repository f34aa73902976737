// The threads that a mail belongs to by the tokens it carries.
#include "cases/strong_join.h"
#include "util/ascii.h"

#include <algorithm>
#include <cstddef>

namespace threadlint::cases {

void StrongJoin::ReadOwnTokens(MessageIndex i) {
  own_.clear();
  linked_.clear();
  for (const TokenUse& use : known_.tokens.Of(mail_.messages[i], i)) {
    ++sets_.steps;
    const TokenIndex t = known_.tokens.facts[use.token].kept;
    if (!Joins(known_.tokens.tokens[t], weakest_)) continue;
    if (!IsOwn(use.place)) {
      if (use.place == TokenPlace::kReference && linked_.size() < Matter::kMost &&
          std::ranges::find(linked_, t) == linked_.end())
        linked_.push_back(t);
    } else if (own_.size() < Matter::kMost && std::ranges::find(own_, t) == own_.end()) {
      own_.push_back(t);
    }
  }
}

void StrongJoin::KeepOneOfAFamily(MessageIndex i) {
  if (own_.size() < 2) return;
  const Matter* parent = ParentMatter();
  for (size_t a = 0; a < own_.size(); ++a)
    for (size_t b = a + 1; b < own_.size();) {
      ++sets_.steps;
      const uint32_t family = known_.tokens.facts[own_[a]].family;
      if (known_.tokens.facts[own_[b]].family != family) {
        ++b;
        continue;
      }
      const auto in_thread = [&](TokenIndex t) {
        return parent != nullptr &&
               std::ranges::binary_search(parent->tokens, std::pair{family, t});
      };
      if (in_thread(own_[b]) && !in_thread(own_[a])) std::swap(own_[a], own_[b]);
      // The same one, folded on its way into another field.
      const auto key = [&](TokenIndex t) { return mail_[known_.tokens.facts[t].key]; };
      if (util::EqualsIgnoreCase(key(own_[a]), key(own_[b]))) {
        own_.erase(own_.begin() + static_cast<std::ptrdiff_t>(b));
        continue;
      }
      Overruled o{Overruling::kTwoTokens, i, kNoMessage, own_[a], own_[b]};
      if (!homes_[own_[b]].empty())
        if (const Matter* other = sets_.Of(homes_[own_[b]].front().node)) o.other = other->newest;
      overruled_.push_back(o);
      own_.erase(own_.begin() + static_cast<std::ptrdiff_t>(b));
    }
}

size_t StrongJoin::HomeFor(MessageIndex i, TokenIndex t) {
  const std::vector<Home>& homes = homes_[t];
  if (homes.size() == 1) return 0;
  constexpr size_t kMostHomes = 32;  // beyond, a token is everybody's and says nothing
  uint32_t parent = 0;
  const bool named = ParentMatter(&parent) != nullptr;
  size_t by_person = SIZE_MAX;
  for (size_t h = homes.size(); h-- > 0 && homes.size() - h <= kMostHomes;) {
    ++sets_.steps;
    if (named && sets_.Find(homes[h].node) == sets_.Find(parent)) return h;
    if (by_person == SIZE_MAX && homes[h].person == known_.who[i].person) by_person = h;
  }
  return by_person;
}

bool StrongJoin::Unrelated(MessageIndex i, const Matter& home, uint32_t home_node) {
  const Correspondents& who = known_.who[i];
  if (who.person == kNobody || home.persons.empty()) return false;
  if (std::ranges::binary_search(home.persons, who.person)) return false;
  for (const uint32_t p : parents_) {
    ++sets_.steps;
    if (sets_.Find(p) == sets_.Find(home_node)) return false;
  }
  const Message& m = mail_.messages[i];
  for (const StringId a : mail_.Recipients(m)) {
    ++sets_.steps;
    if (a != 0 && std::ranges::binary_search(home.persons, known_.desks.Person(a))) return false;
  }
  if (home.newest != kNoMessage && SameCompany(i, home.newest)) return false;
  return titles_.OnSeveralTickets(i) || home.newest == kNoMessage ||
         known_.titles[i] != known_.titles[home.newest];
}

bool StrongJoin::SameCompany(MessageIndex a, MessageIndex b) const {
  return known_.desks.SameCompany(known_.who[a].person, known_.who[b].person);
}

bool StrongJoin::JoinTokens(MessageIndex i) {
  for (const TokenIndex t : own_) {
    std::vector<Home>& homes = homes_[t];
    const PersonIndex person = known_.who[i].person;
    if (homes.empty()) {
      homes.push_back({Node(i), person});
      continue;
    }
    const size_t h = HomeFor(i, t);
    const Matter* home = h == SIZE_MAX ? nullptr : sets_.Of(homes[h].node);
    uint32_t parent = 0;
    if (home != nullptr && ParentMatter(&parent) != nullptr && sets_.Apart(parent, homes[h].node)) {
      homes.push_back({Node(i), person});  // it goes on where an old mail was left
      continue;
    }
    if (home != nullptr && !Unrelated(i, *home, homes[h].node)) {
      sets_.Join(Node(i), homes[h].node);
      continue;
    }
    // The token stands on a mail that has nothing to do with its thread.
    const Home& first = homes.front();
    const Matter* of_first = sets_.Of(first.node);
    overruled_.push_back(
        {Overruling::kCollision, i, of_first != nullptr ? of_first->newest : kNoMessage, t, t});
    if (contest_of_[t] == 0) {
      contest_of_[t] = ++contests_;
      Insert(sets_.Put(first.node).contests, contest_of_[t]);
    }
    Insert(sets_.Put(Node(i)).contests, contest_of_[t]);
    homes.push_back({Node(i), person});
  }
  return Disagrees(i);
}

}  // namespace threadlint::cases
