// Blocks of a stream made on a thread of their own, ahead of who takes them.
#pragma once

#include "source/byte_stream.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace threadlint::source {

// Fills the span from its start; 0 bytes and no error is the end. Not called again after that or
// after an error.
using Producer = std::function<ReadResult(std::span<char>)>;

struct Block {
  // A piece fits the second-level cache of most machines.
  static constexpr size_t kCapacity = size_t{256} << 10;

  std::unique_ptr<char[]> bytes;
  size_t size = 0;
  bool last = false;
  std::string error;  // what came behind the bytes of the last, if it was an error
};

// Fills `block` wholly unless it is the last. Its memory is used again if it has any.
void FillBlock(const Producer& producer, Block& block);

// The thread ends with the producer, or when the queue goes: what the producer uses belongs to the
// thread for so long.
class BlockQueue {
 public:
  explicit BlockQueue(const Producer& producer);
  ~BlockQueue();
  BlockQueue(const BlockQueue&) = delete;
  BlockQueue& operator=(const BlockQueue&) = delete;

  // The next block; none may be taken behind the last one. An exception of the producer comes out
  // here, behind the blocks before it. The memory of `used` goes to a later block.
  Block Take(Block used);

 private:
  // Enough that neither side waits for the other at every block.
  static constexpr size_t kMostWaiting = 4;

  void Run();
  bool Put(Block block, Block& next);

  const Producer& producer_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Block> waiting_;
  std::vector<Block> used_;
  bool stop_ = false;         // nothing more is wanted
  bool ended_ = false;        // nothing more comes
  std::future<void> thread_;  // the last member: it uses the others
};

}  // namespace threadlint::source
