#include "util/utf8.h"

#include <cstdint>
#include <cstring>
#include <unicode/uchar.h>

namespace threadlint::util {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080U;
constexpr char32_t kReplacement = 0xFFFD;

constexpr unsigned Byte(char c) { return static_cast<unsigned char>(c); }

// First position at or behind `pos` whose byte is not ASCII; s.size() if none.
size_t SkipAscii(std::string_view s, size_t pos) {
  while (s.size() - pos >= 8) {
    uint64_t word;
    std::memcpy(&word, s.data() + pos, 8);
    if ((word & kHighBits) != 0) break;
    pos += 8;
  }
  while (pos < s.size() && Byte(s[pos]) < 0x80) ++pos;
  return pos;
}

// What may follow a lead byte (Unicode 15, table 3-7): length and the range of the second byte.
struct Lead {
  unsigned length;  // 0: no lead byte
  unsigned second_min, second_max;
};

constexpr Lead LeadOf(unsigned b) {
  if (b >= 0xC2 && b <= 0xDF) return {2, 0x80, 0xBF};
  if (b == 0xE0) return {3, 0xA0, 0xBF};
  if (b == 0xED) return {3, 0x80, 0x9F};
  if (b >= 0xE1 && b <= 0xEF) return {3, 0x80, 0xBF};
  if (b == 0xF0) return {4, 0x90, 0xBF};
  if (b >= 0xF1 && b <= 0xF3) return {4, 0x80, 0xBF};
  if (b == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

struct Decoded {
  char32_t code_point;
  size_t length;
  bool valid;
};

Decoded DecodeAt(std::string_view s, size_t pos) {
  unsigned first = Byte(s[pos]);
  if (first < 0x80) return {first, 1, true};
  Lead lead = LeadOf(first);
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t code_point = first & (0x7FU >> lead.length);
  unsigned low = lead.second_min;
  unsigned high = lead.second_max;
  for (size_t i = 1; i < lead.length; ++i) {
    if (pos + i >= s.size()) return {kReplacement, i, false};
    unsigned b = Byte(s[pos + i]);
    if (b < low || b > high) return {kReplacement, i, false};
    code_point = code_point << 6 | (b & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {code_point, lead.length, true};
}

size_t WidthOf(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if (c < 0x300) return c == 0xAD ? 0 : 1;
  auto u = static_cast<UChar32>(c);
  switch (u_charType(u)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return 0;
    default:
      break;
  }
  // Hangul vowels and final consonants join the syllable before them.
  if (c >= 0x1160 && c <= 0x11FF) return 0;
  int32_t width = u_getIntPropertyValue(u, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

bool IsAscii(std::string_view s) { return SkipAscii(s, 0) == s.size(); }

size_t AsciiLength(std::string_view s) { return SkipAscii(s, 0); }

bool IsValidUtf8(std::string_view s) {
  size_t pos = SkipAscii(s, 0);
  while (pos < s.size()) {
    Decoded d = DecodeAt(s, pos);
    if (!d.valid) return false;
    pos += d.length;
    if (pos < s.size() && Byte(s[pos]) < 0x80) pos = SkipAscii(s, pos);
  }
  return true;
}

char32_t DecodeUtf8(std::string_view s, size_t& pos) {
  Decoded d = DecodeAt(s, pos);
  pos += d.length;
  return d.code_point;
}

void AppendUtf8(char32_t c, std::string& out) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0U | c >> 6));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | c >> 12));
    out.push_back(static_cast<char>(0x80U | (c >> 6 & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  } else {
    out.push_back(static_cast<char>(0xF0U | c >> 18));
    out.push_back(static_cast<char>(0x80U | (c >> 12 & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c >> 6 & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  }
}

std::string MakeValidUtf8(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  size_t pos = 0;
  while (pos < s.size()) {
    size_t ascii_end = SkipAscii(s, pos);
    out.append(s, pos, ascii_end - pos);
    pos = ascii_end;
    if (pos == s.size()) break;
    Decoded d = DecodeAt(s, pos);
    if (d.valid) {
      out.append(s, pos, d.length);
    } else {
      AppendUtf8(kReplacement, out);
    }
    pos += d.length;
  }
  return out;
}

size_t DisplayWidth(std::string_view s) {
  size_t width = 0;
  for (size_t pos = 0; pos < s.size();) width += WidthOf(DecodeUtf8(s, pos));
  return width;
}

}  // namespace threadlint::util
