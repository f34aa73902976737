#include "cases/matter_sets.h"

namespace threadlint::cases {
namespace {

template <typename T>
void Merge(std::vector<T>& into, std::vector<T>&& from) {
  if (into.size() < from.size()) into.swap(from);
  for (T& value : from) Insert(into, std::move(value));
}

}  // namespace

const Matter* MatterSets::Of(uint32_t node) {
  const auto at = matters_.find(sets_.Find(node));
  return at == matters_.end() ? nullptr : &at->second;
}

bool MatterSets::Apart(uint32_t a, uint32_t b) {
  const Matter *x = Of(a), *y = Of(b);
  if (x == nullptr || y == nullptr || x == y) return false;
  steps += x->contests.size();
  return std::ranges::any_of(x->contests, [&](uint32_t contest) {
    return std::ranges::binary_search(y->contests, contest);
  });
}

bool MatterSets::Join(uint32_t a, uint32_t b) {
  ++steps;
  a = sets_.Find(a);
  b = sets_.Find(b);
  if (a == b) return true;
  if (Apart(a, b)) return false;
  Matter joined;
  bool any = false;
  for (const uint32_t root : {a, b}) {
    const auto at = matters_.find(root);
    if (at == matters_.end()) continue;
    Matter& m = at->second;
    steps += std::min(m.tokens.size(), joined.tokens.size());
    Merge(joined.tokens, std::move(m.tokens));
    Merge(joined.persons, std::move(m.persons));
    Merge(joined.numbers, std::move(m.numbers));
    Merge(joined.contests, std::move(m.contests));
    if (m.last > joined.last || joined.newest == kNoMessage) {
      joined.last = m.last;
      joined.newest = m.newest;
    }
    matters_.erase(at);
    any = true;
  }
  sets_.Join(a, b);
  if (any) matters_[sets_.Find(a)] = std::move(joined);
  return true;
}

bool TokensDisagree(const Matter& a, const Matter& b) {
  bool family_shared = false;
  for (const auto& [family, token] : a.tokens) {
    const auto at = std::ranges::lower_bound(b.tokens, std::pair{family, TokenIndex{0}});
    if (at == b.tokens.end() || at->first != family) continue;
    family_shared = true;
    if (std::ranges::binary_search(b.tokens, std::pair{family, token})) return false;
  }
  return family_shared;
}

}  // namespace threadlint::cases
