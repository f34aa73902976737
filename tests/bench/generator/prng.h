#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace threadlint::bench {

// SplitMix64: the same numbers on every machine. The distributions of <random> differ between
// standard libraries.
class Prng {
 public:
  explicit Prng(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  // Below `limit`, which is not 0. The bias is beneath notice.
  uint32_t Below(size_t limit) { return static_cast<uint32_t>(Next() % limit); }
  int Between(int low, int high) {
    return low + static_cast<int>(Below(static_cast<size_t>(high) - static_cast<size_t>(low) + 1));
  }
  bool Chance(uint32_t per_mille) { return Below(1000) < per_mille; }

  template <typename Table>
  const auto& Pick(const Table& table) {
    return *(std::begin(table) + static_cast<std::ptrdiff_t>(Below(std::size(table))));
  }

  // A row of the table, each as often as its weight says.
  template <typename Table>
  const auto& PickByWeight(const Table& table) {
    size_t all = 0;
    for (const auto& row : table) all += row.weight;
    size_t at = Below(all);
    auto row = std::begin(table);
    for (; at >= row->weight; ++row) at -= row->weight;
    return *row;
  }

  // A number of its own for whoever `what` is, apart from the order in which it is asked for.
  static Prng For(uint64_t seed, uint64_t what) {
    Prng mixed(seed ^ (what * 0xd1342543de82ef95U));
    return Prng(mixed.Next());
  }

 private:
  uint64_t state_;
};

}  // namespace threadlint::bench
