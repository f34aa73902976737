// The run of letters, digits and signs between them that a number with letters stands in.
#pragma once

#include "facts/value_scan.h"

namespace threadlint::facts::values {

struct Chunk {
  size_t begin = 0, end = 0;
};

// Around the digits at `at`: letters and digits of ASCII, with single '-', '/', '_' and dashes
// between, and '.' between digits. Within kReach to either side.
Chunk ChunkAround(const Scan& scan, size_t at);

// Letters and digits from `begin` on, in capitals, over single blanks and dashes, at most `most` of
// them. Gives where they end in `end`.
class Joined {
 public:
  Joined(const Scan& scan, size_t begin, size_t most, bool blanks);
  std::string_view Text() const { return {text_.data(), size_}; }
  // Behind the first `count` of them, in the text.
  size_t EndOf(size_t count) const { return count == 0 ? begin_ : ends_[count - 1]; }

 private:
  static constexpr size_t kMost = 40;
  size_t begin_ = 0, size_ = 0;
  std::array<char, kMost> text_{};
  std::array<size_t, kMost> ends_{};
};

// Nothing of letters and digits goes on at `at`.
bool IsEndOfChunk(const Scan& scan, size_t at);

}  // namespace threadlint::facts::values
