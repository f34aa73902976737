// Disjoint sets of messages that know what their members carry, and which of them must stay apart.
#pragma once

#include "cases/desks.h"
#include "cases/disjoint_sets.h"

#include <threadlint/case.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace threadlint::cases {

// What one set holds besides its nodes. Lists are short: those of large sets are cut at kMost, and
// what is cut can only make the program see less, never join more.
struct Matter {
  static constexpr size_t kMost = 64;
  std::vector<std::pair<uint32_t, TokenIndex>> tokens;  // (family, token), sorted
  std::vector<PersonIndex> persons;                     // sorted
  std::vector<std::string> numbers;                     // of orders and the like, sorted
  std::vector<uint32_t> contests;                       // conflicts that set it apart, sorted
  int64_t last = INT64_MIN;                             // date of its newest message
  MessageIndex newest = kNoMessage;
};

class MatterSets {
 public:
  explicit MatterSets(size_t nodes) : sets_(nodes) {}

  uint32_t Find(uint32_t node) { return sets_.Find(node); }
  // Null where no message has been put into the node's set yet.
  const Matter* Of(uint32_t node);
  Matter& Put(uint32_t node) { return matters_[sets_.Find(node)]; }
  // Joins the two sets unless a conflict keeps them apart: false then.
  bool Join(uint32_t a, uint32_t b);
  // Sets that share the number of a conflict never become one.
  bool Apart(uint32_t a, uint32_t b);
  DisjointSets Take() && { return std::move(sets_); }
  uint64_t steps = 0;

 private:
  DisjointSets sets_;
  std::unordered_map<uint32_t, Matter> matters_;  // by root
};

// Inserts into a sorted list without repeats, up to Matter::kMost.
template <typename T>
void Insert(std::vector<T>& sorted, T value) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
  if ((at != sorted.end() && *at == value) || sorted.size() >= Matter::kMost) return;
  sorted.insert(at, std::move(value));
}

// True if both name tokens of one family but none in common.
bool TokensDisagree(const Matter& a, const Matter& b);

}  // namespace threadlint::cases
