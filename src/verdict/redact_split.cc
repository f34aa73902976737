// Words of a text, as names are made of.
#include "util/ascii.h"
#include "util/utf8.h"
#include "verdict/redact_names.h"

namespace threadlint::verdict {
namespace {

// Letters of any script; signs, digits and blanks are none.
bool IsLetter(char32_t c) {
  constexpr char32_t kAscii = 0x80, kLatin = 0xC0, kTimes = 0xD7, kDivided = 0xF7;
  if (c < kAscii) return util::IsAlpha(static_cast<char>(c));
  if (c < kLatin || c == kTimes || c == kDivided) return c == 0xAA || c == 0xBA || c == 0xB5;
  const auto within = [c](char32_t begin, char32_t end) { return c >= begin && c < end; };
  return !within(0x2000, 0x2C00) && !within(0x3000, 0x3005) && !within(0x3008, 0x3021) &&
         !within(0xFE00, 0xFE70) && !within(0xFF00, 0xFF21) && !within(0xFFF0, 0x10000) &&
         !within(0x1F000, 0x20000) && !within(0xE000, 0xF900);
}

// Capitals of Latin, Greek and Cyrillic.
bool IsCapital(char32_t c) {
  constexpr char32_t kAscii = 0x80;
  if (c < kAscii) return util::IsUpper(static_cast<char>(c));
  if (c >= 0xC0 && c < 0xDF) return true;
  if (c >= 0x100 && c < 0x138) return c % 2 == 0;
  if (c >= 0x139 && c < 0x149) return c % 2 == 1;
  if (c >= 0x14A && c < 0x178) return c % 2 == 0;
  if (c >= 0x178 && c < 0x17F) return c == 0x178 || c % 2 == 1;
  if (c >= 0x218 && c < 0x21C) return c % 2 == 0;
  return (c >= 0x391 && c < 0x3AC) || (c >= 0x400 && c < 0x430) || c == 0x1E9E;
}

}  // namespace

std::vector<NameToken> SplitWords(std::string_view text) {
  std::vector<NameToken> out;
  bool within = false;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = util::DecodeUtf8(text, at);
    constexpr char32_t kAccents = 0x300, kAccentsEnd = 0x370;
    if (within && c >= kAccents && c < kAccentsEnd) {
      out.back().end = at;
    } else if (!IsLetter(c)) {
      within = false;
    } else {
      if (!within) out.push_back({begin, at, IsCapital(c)});
      out.back().end = at;
      within = true;
    }
  }
  return out;
}

}  // namespace threadlint::verdict
