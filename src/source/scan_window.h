// A window of a stream that moves forward: constant memory for files of any size.
#pragma once

#include "source/byte_stream.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace threadlint::source {

// Positions are offsets in the stream.
class ScanWindow {
 public:
  // A piece fits the second-level cache, so it is still there when it is scanned.
  static constexpr size_t kPiece = size_t{256} << 10;

  // Pieces begin with `first_piece` bytes and grow up to kPiece: who looks for the header of a
  // mail alone need not read the rest.
  ScanWindow(ByteStream& stream, uint64_t start, size_t first_piece = kPiece);

  uint64_t Begin() const { return base_; }
  uint64_t End() const { return base_ + size_; }
  bool AtEnd() const { return at_end_; }  // nothing stands behind End()
  const std::string& error() const { return error_; }

  // What the window holds from `position` on (at most End()).
  std::string_view From(uint64_t position) const;

  // Reads on; bytes before `keep` may go. False if nothing came: end, error, or no room because
  // `keep` lies kCapacity back.
  bool Extend(uint64_t keep);

  // Reads on until `count` bytes from `position` are there, or the end.
  void Ensure(uint64_t position, size_t count, uint64_t keep);

 private:
  static constexpr size_t kCapacity = (size_t{1} << 20) + 3 * kPiece;

  ByteStream& stream_;
  std::unique_ptr<char[]> buffer_;
  size_t capacity_ = kCapacity;
  size_t piece_;
  uint64_t base_;
  size_t size_ = 0;
  bool at_end_ = false;
  std::string error_;
};

}  // namespace threadlint::source
