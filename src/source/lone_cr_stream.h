// Text whose lines end in a carriage return alone, as programs of Mac OS before X wrote it.
#pragma once

#include "source/byte_stream.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

namespace threadlint::source {

// Another stream with its line ends as LF. A byte stays a byte, so that offsets are the file's.
class LoneCrStream final : public ByteStream {
 public:
  explicit LoneCrStream(ByteStream& file) : file_(file) {}

  ReadResult ReadAt(uint64_t offset, std::span<char> out) override {
    ReadResult result = file_.ReadAt(offset, out);
    std::replace(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(result.bytes), '\r', '\n');
    return result;
  }
  bool Seekable() const override { return file_.Seekable(); }
  std::optional<uint64_t> Size() const override { return file_.Size(); }

 private:
  ByteStream& file_;
};

}  // namespace threadlint::source
