// The bytes of one input file: decompressed, otherwise untouched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace threadlint::source {

// What a read gave. `error` is empty unless the input failed (I/O error, damaged archive, a
// limit): the bytes before the failure are still good and are counted in `bytes`.
struct ReadResult {
  size_t bytes = 0;
  std::string error;
};

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Copies up to out.size() bytes that stand at `offset` (bytes from the start of the decoded
  // stream); fewer only at the end or on an error. A stream that is not seekable must be read with
  // offsets that never go back further than `kLookBack` bytes behind the furthest byte read.
  virtual ReadResult ReadAt(uint64_t offset, std::span<char> out) = 0;

  // True if any offset may be read at any time and from several threads at once.
  virtual bool Seekable() const = 0;

  // Size in bytes if it is known without reading (regular files; spooled input).
  virtual std::optional<uint64_t> Size() const = 0;

  static constexpr size_t kLookBack = size_t{8} << 20;
};

}  // namespace threadlint::source
