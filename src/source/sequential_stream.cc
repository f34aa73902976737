#include "source/sequential_stream.h"

#include <algorithm>
#include <cstring>

namespace threadlint::source {

bool SequentialStream::Fill() {
  if (done_) return false;
  if (window_.size() - size_ < kPiece) {
    if (window_.size() < 2 * kLookBack) {
      window_.resize(std::min(2 * kLookBack, std::max(2 * window_.size(), 2 * kPiece)));
    } else {
      const size_t drop = size_ - kLookBack;
      std::memmove(window_.data(), window_.data() + drop, kLookBack);
      base_ += drop;
      size_ = kLookBack;
    }
  }
  ReadResult read = producer_({window_.data() + size_, kPiece});
  size_ += read.bytes;
  done_ = read.bytes == 0 || !read.error.empty();
  error_ = std::move(read.error);
  return read.bytes > 0;
}

ReadResult SequentialStream::ReadAt(uint64_t offset, std::span<char> out) {
  ReadResult result;
  if (offset < base_) {
    result.error = "a stream that is not seekable was read too far back";
    return result;
  }
  while (result.bytes < out.size()) {
    const uint64_t position = offset + result.bytes;
    if (position < base_ + size_) {
      const size_t at = static_cast<size_t>(position - base_);
      const size_t count = std::min(size_ - at, out.size() - result.bytes);
      std::memcpy(out.data() + result.bytes, window_.data() + at, count);
      result.bytes += count;
    } else if (!Fill()) {
      result.error = error_;
      break;
    }
  }
  return result;
}

}  // namespace threadlint::source
