// A stream that can only be read forward (decompression), made readable a little way back.
#pragma once

#include "source/byte_stream.h"

#include <functional>
#include <vector>

namespace threadlint::source {

class SequentialStream final : public ByteStream {
 public:
  // Fills the span from its start; 0 bytes and no error is the end. Not called again after that or
  // after an error.
  using Producer = std::function<ReadResult(std::span<char>)>;

  explicit SequentialStream(Producer producer) : producer_(std::move(producer)) {}

  ReadResult ReadAt(uint64_t offset, std::span<char> out) override;
  bool Seekable() const override { return false; }
  std::optional<uint64_t> Size() const override { return std::nullopt; }

 private:
  static constexpr size_t kPiece = size_t{256} << 10;

  bool Fill();

  Producer producer_;
  std::vector<char> window_;  // grows up to twice kLookBack, then moves
  uint64_t base_ = 0;         // offset of window_[0]
  size_t size_ = 0;           // bytes of window_ in use
  bool done_ = false;
  std::string error_;
};

}  // namespace threadlint::source
