// Work done by several threads, taken in order by one.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace threadlint::util {

// Number of workers for a request of `jobs` (0: one a core).
inline unsigned WorkerCount(unsigned jobs) {
  if (jobs != 0) return jobs;
  const unsigned cores = std::thread::hardware_concurrency();
  return cores == 0 ? 1 : cores;
}

// Runs work(i) for i in [0, count) on `workers` threads and hands each result to take(i, result) on
// the calling thread, in ascending order of i: what comes out does not depend on the number of
// workers. At most `most_waiting` results wait (0: 4 a worker), so memory is bounded. take()
// returns false to stop early. An exception of work(i) leaves RunOrdered() when its turn comes.
template <typename Work, typename Take>
void RunOrdered(unsigned workers, size_t count, const Work& work, const Take& take,
                size_t most_waiting = 0) {
  using Result = decltype(work(size_t{0}));
  if (workers <= 1 || count <= 1) {
    for (size_t i = 0; i < count; ++i)
      if (!take(i, work(i))) return;
    return;
  }
  const size_t window = most_waiting == 0 ? size_t{4} * workers : most_waiting;
  std::vector<std::future<Result>> slots(window);
  std::mutex mutex;
  std::condition_variable changed;
  size_t next = 0, taken = 0;
  bool stop = false;

  const auto loop = [&] {
    for (;;) {
      std::packaged_task<Result()> task;
      {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return stop || next >= count || next < taken + window; });
        if (stop || next >= count) return;
        const size_t i = next++;
        task = std::packaged_task<Result()>([&work, i] { return work(i); });
        slots[i % window] = task.get_future();
      }
      changed.notify_all();
      task();
    }
  };
  // Joins on every way out of this function, an exception's included.
  struct Stopper {
    std::mutex& mutex;
    std::condition_variable& changed;
    bool& stop;
    std::vector<std::jthread> threads;
    ~Stopper() {
      {
        const std::lock_guard lock(mutex);
        stop = true;
      }
      changed.notify_all();
    }
  } stopper{mutex, changed, stop, {}};
  for (unsigned w = 0; w < workers && w < count; ++w) stopper.threads.emplace_back(loop);

  for (size_t i = 0; i < count; ++i) {
    std::future<Result> slot;
    {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return next > i; });
      slot = std::move(slots[i % window]);
    }
    if (!take(i, slot.get())) return;
    {
      const std::lock_guard lock(mutex);
      taken = i + 1;
    }
    changed.notify_all();
  }
}

}  // namespace threadlint::util
