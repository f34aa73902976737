#include "source/block_queue.h"

#include <utility>

namespace threadlint::source {

void FillBlock(const Producer& producer, Block& block) {
  if (!block.bytes) block.bytes = std::make_unique_for_overwrite<char[]>(Block::kCapacity);
  block.size = 0;
  while (!block.last && block.size < Block::kCapacity) {
    ReadResult read = producer({block.bytes.get() + block.size, Block::kCapacity - block.size});
    block.size += read.bytes;
    block.last = read.bytes == 0 || !read.error.empty();
    block.error = std::move(read.error);
  }
}

BlockQueue::BlockQueue(const Producer& producer)
    : producer_(producer), thread_(std::async(std::launch::async, [this] { Run(); })) {}

BlockQueue::~BlockQueue() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  if (thread_.valid()) thread_.wait();
}

void BlockQueue::Run() {
  // On every way out, an exception's included: Take() must not wait for ever.
  struct Ender {
    BlockQueue& queue;
    ~Ender() {
      {
        const std::lock_guard lock(queue.mutex_);
        queue.ended_ = true;
      }
      queue.changed_.notify_all();
    }
  } const ender{*this};
  Block block;
  while (true) {
    FillBlock(producer_, block);
    const bool last = block.last;
    Block next;
    if (!Put(std::move(block), next) || last) return;
    block = std::move(next);
  }
}

// False if nothing more is wanted.
bool BlockQueue::Put(Block block, Block& next) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stop_ || waiting_.size() < kMostWaiting; });
    if (stop_) return false;
    waiting_.push_back(std::move(block));
    if (!used_.empty()) {
      next = std::move(used_.back());
      used_.pop_back();
    }
  }
  changed_.notify_all();
  return true;
}

Block BlockQueue::Take(Block used) {
  Block block;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (!waiting_.empty()) {
      block = std::move(waiting_.front());
      waiting_.pop_front();
    }
    if (used.bytes) used_.push_back(std::move(used));
  }
  changed_.notify_all();
  if (!block.bytes) thread_.get();  // gives the producer's exception
  return block;
}

}  // namespace threadlint::source
