#include "cli/backlog.h"

#include "util/ordered_pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <thread>

namespace threadlint::cli {
namespace {

TEST_CASE("results wait while there is room, and the one whose turn it is always gets through") {
  constexpr size_t kCount = 200, kBytes = 10, kMost = 50;
  constexpr unsigned kWorkers = 4;
  Backlog backlog(kMost);
  std::atomic<size_t> waiting{0}, most{0};
  size_t next = 0;
  util::RunOrdered(
      kWorkers, kCount,
      [&](size_t i) {
        backlog.Enter(i);
        // The first ones are slow: what comes behind them piles up.
        if (i % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        backlog.Add(kBytes);
        const size_t now = waiting += kBytes;
        size_t before = most;
        while (now > before && !most.compare_exchange_weak(before, now)) continue;
        return i;
      },
      [&](size_t i, size_t result) {
        CHECK(i == next++);
        CHECK(result == i);
        waiting -= kBytes;
        backlog.Take(i, kBytes);
        return true;
      },
      kCount);
  CHECK(next == kCount);
  CHECK(most <= kMost + (kWorkers + 1) * kBytes);  // each worker may be on its way already
  CHECK(most > kBytes);
}

TEST_CASE("nobody waits for what is not taken any more") {
  Backlog backlog(0);
  size_t taken = 0;
  util::RunOrdered(
      2, 100,
      [&](size_t i) {
        backlog.Enter(i);
        backlog.Add(1);
        return i;
      },
      [&](size_t i, size_t) {
        ++taken;
        if (i == 3) {
          backlog.Open();
          return false;
        }
        backlog.Take(i, 1);
        return true;
      });
  CHECK(taken == 4);
}

}  // namespace
}  // namespace threadlint::cli
