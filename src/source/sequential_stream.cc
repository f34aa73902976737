#include "source/sequential_stream.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace threadlint::source {

bool SequentialStream::Fill() {
  if (done_) return false;
  Block block;
  if (!blocks_.empty() && end_ - base_ - blocks_.front().size >= kLookBack) {
    block = std::move(blocks_.front());
    blocks_.pop_front();
    base_ += block.size;
  }
  if (!ahead_ && end_ >= kOneThread) ahead_.emplace(producer_);
  if (ahead_) {
    block = ahead_->Take(std::move(block));
  } else {
    FillBlock(producer_, block);
  }
  done_ = block.last;
  error_ = std::move(block.error);
  if (block.size == 0) return false;
  end_ += block.size;
  blocks_.push_back(std::move(block));
  return true;
}

ReadResult SequentialStream::ReadAt(uint64_t offset, std::span<char> out) {
  ReadResult result;
  if (offset < base_) {
    result.error = "a stream that is not seekable was read too far back";
    return result;
  }
  while (offset >= end_) {
    if (Fill()) continue;
    result.error = error_;
    return result;
  }
  // From the end, near which nearly all is read. Filling may drop the first block, never this one:
  // a block is shorter than kLookBack.
  size_t from_end = 1;
  uint64_t start = end_ - blocks_.back().size;
  while (start > offset) start -= blocks_[blocks_.size() - ++from_end].size;
  while (result.bytes < out.size()) {
    if (from_end == 0) {
      if (!Fill()) {
        result.error = error_;
        break;
      }
      ++from_end;
    }
    const Block& block = blocks_[blocks_.size() - from_end];
    const size_t at = static_cast<size_t>(offset + result.bytes - start);
    const size_t count = std::min(block.size - at, out.size() - result.bytes);
    std::memcpy(out.data() + result.bytes, block.bytes.get() + at, count);
    result.bytes += count;
    start += block.size;
    --from_end;
  }
  return result;
}

}  // namespace threadlint::source
