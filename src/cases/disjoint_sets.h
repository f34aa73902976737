// Union-find with path halving and union by size: all but linear (Tarjan 1975).
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace threadlint::cases {

class DisjointSets {
 public:
  explicit DisjointSets(size_t count) : link_(count, -1) {}

  uint32_t Find(uint32_t x) {
    for (;;) {
      const int32_t up = link_[x];
      if (up < 0) return x;
      const int32_t next = link_[static_cast<uint32_t>(up)];
      if (next < 0) return static_cast<uint32_t>(up);
      link_[x] = next;
      x = static_cast<uint32_t>(next);
    }
  }

  void Join(uint32_t a, uint32_t b) {
    a = Find(a);
    b = Find(b);
    if (a == b) return;
    if (link_[a] > link_[b]) std::swap(a, b);
    link_[a] += link_[b];
    link_[b] = static_cast<int32_t>(a);
  }

 private:
  std::vector<int32_t> link_;  // the node above it; of a root its size, negative
};

}  // namespace threadlint::cases
