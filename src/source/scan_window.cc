#include "source/scan_window.h"

#include <algorithm>
#include <cstring>

namespace threadlint::source {

ScanWindow::ScanWindow(ByteStream& stream, uint64_t start, size_t first_piece)
    : stream_(stream), piece_(first_piece), base_(start) {
  // A Maildir holds many small files: none of them needs the full buffer.
  if (const auto size = stream.Size(); size && *size < kCapacity) {
    capacity_ = static_cast<size_t>(*size) + 4096;
  }
  buffer_ = std::make_unique_for_overwrite<char[]>(capacity_);
}

std::string_view ScanWindow::From(uint64_t position) const {
  if (position >= End()) return {};
  const size_t at = static_cast<size_t>(position - base_);
  return {buffer_.get() + at, size_ - at};
}

bool ScanWindow::Extend(uint64_t keep) {
  if (at_end_) return false;
  keep = std::clamp(keep, base_, End());
  const size_t drop = static_cast<size_t>(keep - base_);
  const size_t kept = size_ - drop;
  // Moving is worth it when little is moved, and a must when there is no room.
  if (drop > 0 && (kept <= kPiece / 4 || capacity_ - size_ < kPiece)) {
    std::memmove(buffer_.get(), buffer_.get() + drop, kept);
    base_ = keep;
    size_ = kept;
  }
  const size_t room = std::min(capacity_ - size_, piece_);
  if (room == 0) return false;
  piece_ = std::min(2 * piece_, kPiece);
  ReadResult read = stream_.ReadAt(End(), {buffer_.get() + size_, room});
  size_ += read.bytes;
  error_ = std::move(read.error);
  at_end_ = read.bytes < room;
  return read.bytes > 0;
}

void ScanWindow::Ensure(uint64_t position, size_t count, uint64_t keep) {
  while (End() < position + count && Extend(keep)) {
  }
}

}  // namespace threadlint::source
