#include "verdict/shape.h"

#include "util/ascii.h"
#include "util/hmac.h"

#include <algorithm>
#include <cstddef>

namespace threadlint::verdict {
namespace {

constexpr size_t kBlock = sizeof(util::Sha256Digest);

// Bytes that nobody can foretell without the key, one for each place.
class Pad {
 public:
  Pad(std::string_view key, std::string_view what) : key_(key), what_(what) {}

  unsigned At(size_t place) {
    if (block_ != place / kBlock + 1) {
      block_ = place / kBlock + 1;
      bytes_ = util::HmacSha256(key_, std::string(what_) + '\0' + std::to_string(block_));
    }
    return bytes_[place % kBlock];
  }

 private:
  std::string_view key_, what_;
  size_t block_ = 0;
  util::Sha256Digest bytes_{};
};

bool IsRest(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }
bool IsWide(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool IsHexLetter(char c) { return util::IsHexDigit(c) && !util::IsDigit(c); }

// One of `count` behind `first`, never the same.
char Shift(char c, char first, unsigned count, unsigned by) {
  const unsigned place = static_cast<unsigned char>(c) - static_cast<unsigned>(first);
  return static_cast<char>(static_cast<unsigned>(first) + (place + 1 + by % (count - 1)) % count);
}

}  // namespace

std::string ShapeOf(std::string_view key, std::string_view text) {
  constexpr unsigned kDigits = 10, kLetters = 26, kHexLetters = 6;
  // What has no letter beyond f is read as hexadecimal digits.
  const bool hex =
      std::ranges::none_of(text, [](char c) { return util::IsAlpha(c) && !IsHexLetter(c); });
  const unsigned letters = hex ? kHexLetters : kLetters;
  Pad pad(key, "shape");
  std::string out;
  size_t place = 0;
  for (const char c : text) {
    if (util::IsDigit(c)) {
      // A number does not come to begin with 0.
      const bool first = c != '0' && (out.empty() || !util::IsDigit(out.back()));
      out += first ? Shift(c, '1', kDigits - 1, pad.At(place++))
                   : Shift(c, '0', kDigits, pad.At(place++));
    } else if (util::IsLower(c)) {
      out += Shift(c, 'a', letters, pad.At(place++));
    } else if (util::IsUpper(c)) {
      out += Shift(c, 'A', letters, pad.At(place++));
    } else if (!IsWide(c)) {
      out += c;
    } else if (!IsRest(c)) {
      out += static_cast<char>('a' + pad.At(place++) % kLetters);
    }
  }
  return out;
}

std::string NameLike(std::string_view key, std::string_view normal) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz", kVowels = "aeiou";
  constexpr size_t kSyllables = 4;
  Pad pad(key, normal);
  std::string out;
  for (size_t i = 0; i < kSyllables; ++i) {
    out += kConsonants[pad.At(2 * i) % kConsonants.size()];
    out += kVowels[pad.At(2 * i + 1) % kVowels.size()];
  }
  out.front() = util::ToUpper(out.front());
  return out;
}

std::string Filler(std::string_view key, std::string_view text) {
  constexpr std::string_view kNoVowels = "bcdfghjklmnpqrstvwxz";
  std::string out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && (util::IsAlnum(text[end]) || IsWide(text[end]))) ++end;
    if (end == at) {
      out += text[at++];
      continue;
    }
    const std::string word = util::LowerAscii(text.substr(at, end - at));
    Pad pad(key, word);
    size_t place = 0;
    for (size_t i = at; i < end; ++i) {
      if (IsRest(text[i])) continue;
      const char c = kNoVowels[pad.At(place++) % kNoVowels.size()];
      out += util::IsUpper(text[i]) ? util::ToUpper(c) : c;
    }
    at = end;
  }
  return out;
}

}  // namespace threadlint::verdict
