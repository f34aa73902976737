// Results that wait for their turn, kept from filling the memory.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace threadlint::cli {

// For results that are made by several threads and taken in order by one.
class Backlog {
 public:
  explicit Backlog(size_t most_bytes) : most_(most_bytes) {}

  // Before result i is made: waits while too much is waiting, unless all wait for this one.
  void Enter(size_t i) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return open_ || bytes_ <= most_ || i <= turn_; });
  }
  // It is made, and waits.
  void Add(size_t bytes) {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes;
  }
  // It is taken; the next one's turn comes.
  void Take(size_t i, size_t bytes) {
    {
      const std::lock_guard lock(mutex_);
      bytes_ -= bytes;
      turn_ = i + 1;
    }
    changed_.notify_all();
  }
  // Nothing more is taken: nobody waits from now on.
  void Open() {
    {
      const std::lock_guard lock(mutex_);
      open_ = true;
    }
    changed_.notify_all();
  }

 private:
  const size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  size_t bytes_ = 0, turn_ = 0;
  bool open_ = false;
};

}  // namespace threadlint::cli
