// Bytes in memory as a stream.
#pragma once

#include "source/byte_stream.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace threadlint::fuzz {

class MemoryStream final : public source::ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  source::ReadResult ReadAt(uint64_t offset, std::span<char> out) override {
    const std::string_view rest =
        bytes_.substr(static_cast<size_t>(std::min<uint64_t>(offset, bytes_.size())));
    const size_t count = std::min(rest.size(), out.size());
    if (count > 0) std::memcpy(out.data(), rest.data(), count);
    return {count, {}};
  }
  bool Seekable() const override { return true; }
  std::optional<uint64_t> Size() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

}  // namespace threadlint::fuzz
