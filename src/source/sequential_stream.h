// A stream that can only be read forward (decompression), made readable a little way back.
#pragma once

#include "source/block_queue.h"
#include "source/byte_stream.h"

#include <deque>
#include <optional>

namespace threadlint::source {

class SequentialStream final : public ByteStream {
 public:
  // Behind so many bytes the producer runs on a thread of its own, until the stream goes: whoever
  // gave it touches what it uses only before or after. A short stream is not worth a thread.
  static constexpr uint64_t kOneThread = uint64_t{1} << 20;

  explicit SequentialStream(Producer producer) : producer_(std::move(producer)) {}

  ReadResult ReadAt(uint64_t offset, std::span<char> out) override;
  bool Seekable() const override { return false; }
  std::optional<uint64_t> Size() const override { return std::nullopt; }

 private:
  bool Fill();

  const Producer producer_;
  std::deque<Block> blocks_;  // kLookBack bytes at least, if there were so many
  uint64_t base_ = 0;         // offset of the first byte of blocks_
  uint64_t end_ = 0;          // offset behind the last
  bool done_ = false;
  std::string error_;
  std::optional<BlockQueue> ahead_;  // the last member: its thread uses the producer
};

}  // namespace threadlint::source
