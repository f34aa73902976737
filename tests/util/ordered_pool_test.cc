#include "util/ordered_pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <vector>

namespace threadlint::util {
namespace {

TEST_CASE("results come in order, whatever takes how long") {
  for (const unsigned workers : {1U, 2U, 8U}) {
    std::vector<size_t> seen;
    RunOrdered(
        workers, 200,
        [](size_t i) {
          if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
          return i * i;
        },
        [&](size_t i, size_t value) {
          CHECK(value == i * i);
          seen.push_back(i);
          return true;
        });
    REQUIRE(seen.size() == 200);
    for (size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == i);
  }
}

TEST_CASE("no more results wait than the window allows") {
  std::atomic<size_t> begun{0};
  size_t taken = 0, most = 0;
  RunOrdered(
      2, 500, [&](size_t i) { return ++begun, i; },
      [&](size_t, size_t) {
        most = std::max(most, begun.load() - taken);
        ++taken;
        return true;
      });
  CHECK(most <= 9);  // four a worker, and the one that is being taken
}

TEST_CASE("taking can stop early, and an exception comes out at its turn") {
  for (const unsigned workers : {1U, 4U}) {
    size_t taken = 0;
    RunOrdered(
        workers, 1000, [](size_t i) { return i; }, [&](size_t, size_t) { return ++taken < 5; });
    CHECK(taken == 5);
    taken = 0;
    const auto work = [](size_t i) {
      if (i == 3) throw std::runtime_error("three");
      return i;
    };
    CHECK_THROWS_WITH(RunOrdered(workers, 10, work, [&](size_t, size_t) { return ++taken > 0; }),
                      "three");
    CHECK(taken == 3);
  }
}

TEST_CASE("nothing to do") {
  RunOrdered(
      4, 0, [](size_t i) { return i; }, [](size_t, size_t) { return true; });
}

}  // namespace
}  // namespace threadlint::util
