#include "facts/value_chunk.h"

#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts::values {

namespace {

// Bytes of a sign within a number at `at`; 0: none.
size_t SignLength(const Scan& scan, size_t at) {
  const char c = scan.At(at);
  if (c == '/' || c == '_' || c == '.') return 1;
  return DashLength(scan, at);
}

}  // namespace

Chunk ChunkAround(const Scan& scan, size_t at) {
  const std::string_view text = scan.text;
  Chunk chunk{at, at};
  while (chunk.begin > scan.floor && at - chunk.begin < kReach) {
    if (util::IsAlnum(text[chunk.begin - 1])) {
      --chunk.begin;
      continue;
    }
    size_t sign = 1;
    if (chunk.begin >= 3 && DashLength(scan, chunk.begin - 3) == 3) sign = 3;
    if (chunk.begin < scan.floor + sign + 1 || SignLength(scan, chunk.begin - sign) != sign) break;
    const char before = text[chunk.begin - sign - 1];
    if (!util::IsAlnum(before)) break;
    if (text[chunk.begin - sign] == '.' &&
        (!util::IsDigit(before) || !util::IsDigit(text[chunk.begin])))
      break;
    chunk.begin -= sign + 1;
  }
  while (chunk.end < text.size() && chunk.end - at < kReach) {
    if (util::IsAlnum(text[chunk.end])) {
      ++chunk.end;
      continue;
    }
    const size_t sign = SignLength(scan, chunk.end);
    if (sign == 0 || !util::IsAlnum(scan.At(chunk.end + sign))) break;
    if (text[chunk.end] == '.' &&
        (!util::IsDigit(scan.At(chunk.end + 1)) || !util::IsDigit(text[chunk.end - 1])))
      break;
    chunk.end += sign + 1;
  }
  return chunk;
}

Joined::Joined(const Scan& scan, size_t begin, size_t most, bool blanks) : begin_(begin) {
  for (size_t at = begin; size_ < std::min(most, kMost);) {
    const char c = scan.At(at);
    if (util::IsAlnum(c)) {
      text_[size_] = util::ToUpper(c);
      ends_[size_++] = ++at;
      continue;
    }
    size_t sign = DashLength(scan, at);
    if (sign == 0 && blanks) sign = BlankLength(scan, at);
    if (sign == 0 || !util::IsAlnum(scan.At(at + sign))) break;
    at += sign;
  }
}

bool IsEndOfChunk(const Scan& scan, size_t at) {
  if (util::IsAlnum(scan.At(at)) || LetterLength(scan.text, at) > 0) return false;
  const size_t sign = DashLength(scan, at);
  return sign == 0 || !util::IsAlnum(scan.At(at + sign));
}

}  // namespace threadlint::facts::values
