#include "facts/folded.h"

#include "mail/link_fold.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <array>
#include <utility>

namespace threadlint::facts {
namespace {

// ASCII in lower case, white space as blanks.
constexpr std::array<char, 128> kAscii = [] {
  std::array<char, 128> out{};
  for (size_t c = 0; c < out.size(); ++c)
    out[c] = util::IsSpace(static_cast<char>(c)) ? ' ' : util::ToLower(static_cast<char>(c));
  return out;
}();

// Writes into memory that is there already: to append a byte to three places costs more than to
// fold it.
class Writer {
 public:
  // What follows now takes `bytes` at most.
  void Reserve(size_t bytes) {
    if (size_ + bytes <= out_.text.size()) return;
    out_.text.resize(size_ + bytes);
    out_.at.resize(size_ + bytes + 1);
    out_.ends.resize(size_ + bytes);
  }

  // A run of blanks is one.
  void Put(char c, uint32_t begin, uint32_t end) {
    if (c == ' ' && (size_ == 0 || out_.text[size_ - 1] == ' ')) return;
    out_.text[size_] = c;
    out_.at[size_] = begin;
    out_.ends[size_++] = end;
  }

  Folded Take(uint32_t end) && {
    if (size_ > 0 && out_.text[size_ - 1] == ' ') --size_;
    out_.text.resize(size_);
    out_.at.resize(size_ + 1);
    out_.at.back() = end;
    out_.ends.resize(size_);
    return std::move(out_);
  }

 private:
  Folded out_;
  size_t size_ = 0;
};

}  // namespace

Folded FoldWithPlaces(std::string_view utf8, uint32_t offset) {
  Writer out;
  out.Reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    const auto begin = offset + static_cast<uint32_t>(i);
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < kAscii.size()) {
      out.Put(kAscii[byte], begin, begin + 1);
      ++i;
      continue;
    }
    const size_t from = i;
    const char32_t c = util::DecodeUtf8(utf8, i);
    const auto end = offset + static_cast<uint32_t>(i);
    // Arrows, ticks and bullets part words as blanks do.
    constexpr char32_t kSymbols = 0x2190, kSymbolsEnd = 0x2C00;
    if (c >= kSymbols && c < kSymbolsEnd) {
      out.Put(' ', begin, end);
      continue;
    }
    const std::string folded = mail::FoldText(utf8.substr(from, i - from));
    out.Reserve(folded.size() + utf8.size() - i);
    for (const char part : folded) out.Put(part == '\n' ? ' ' : part, begin, end);
  }
  return std::move(out).Take(offset + static_cast<uint32_t>(utf8.size()));
}

}  // namespace threadlint::facts
