#include "mail/link_fold.h"

#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace threadlint::mail {

namespace {

// U+00C0 to U+017F; '?' where more than one letter or none comes out.
constexpr char32_t kLatinBegin = 0xC0;
constexpr std::string_view kLatin =
    "aaaaaa?ceeeeiiii"  // U+00C0
    "?nooooo?ouuuuy??"
    "aaaaaa?ceeeeiiii"  // U+00E0
    "?nooooo?ouuuuy?y"
    "aaaaaaccccccccdd"  // U+0100
    "ddeeeeeeeeeegggg"
    "gggghhhhiiiiiiii"  // U+0120
    "ii??jjkkklllllll"
    "lllnnnnnnnnnoooo"  // U+0140
    "oo??rrrrrrssssss"
    "ssttttttuuuuuuuu"  // U+0160
    "uuuuwwyyyzzzzzzs";

struct Special {
  char32_t code_point;
  std::string_view text;
};

// Sorted, for a binary search.
constexpr Special kSpecial[] = {
    {0xA0, " "},    {0xA1, " "},    {0xA9, ""},      {0xAB, "\""},   {0xAD, ""},     {0xAE, ""},
    {0xB4, "'"},    {0xB7, " "},    {0xBB, "\""},    {0xBF, " "},    {0xC6, "ae"},   {0xD0, "d"},
    {0xD7, "x"},    {0xDE, "th"},   {0xDF, "ss"},    {0xE6, "ae"},   {0xF0, "d"},    {0xF7, "/"},
    {0xFE, "th"},   {0x132, "ij"},  {0x133, "ij"},   {0x152, "oe"},  {0x153, "oe"},  {0x1E9E, "ss"},
    {0x2018, "'"},  {0x2019, "'"},  {0x201A, "'"},   {0x201B, "'"},  {0x201C, "\""}, {0x201D, "\""},
    {0x201E, "\""}, {0x2022, " "},  {0x2026, "..."}, {0x2028, "\n"}, {0x2029, "\n"}, {0x202F, " "},
    {0x2039, "\""}, {0x203A, "\""}, {0x2060, ""},    {0x2122, ""},   {0x2212, "-"},  {0x3000, " "},
    {0xFEFF, ""},
};

void AppendFolded(char32_t c, std::string& out) {
  constexpr char32_t kCyrillicUpper = 0x410, kCyrillicLower = 0x430;
  constexpr char32_t kGreekUpper = 0x391, kGreekLower = 0x3B1, kGreekEnd = 0x3AA;
  const auto* const special = std::ranges::lower_bound(kSpecial, c, {}, &Special::code_point);
  if (special != std::end(kSpecial) && special->code_point == c) {
    out += special->text;
  } else if (c >= kLatinBegin && c < kLatinBegin + kLatin.size()) {
    out += kLatin[c - kLatinBegin];
  } else if ((c >= 0x300 && c < 0x370) || (c >= 0x200B && c <= 0x200F) ||
             (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
             (c >= 0xFE00 && c <= 0xFE0F)) {
    // Combining accents, marks without width and of direction, variation selectors.
  } else if (c >= 0x2000 && c <= 0x200A) {
    out += ' ';
  } else if (c >= 0x2010 && c <= 0x2015) {
    out += '-';
  } else if (c >= kCyrillicUpper && c < kCyrillicLower) {
    util::AppendUtf8(c + (kCyrillicLower - kCyrillicUpper), out);
  } else if (c >= kGreekUpper && c < kGreekEnd) {
    util::AppendUtf8(c + (kGreekLower - kGreekUpper), out);
  } else {
    util::AppendUtf8(c, out);
  }
}

}  // namespace

void AppendFolded(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    // Most text is ASCII for long stretches.
    const size_t ascii = at + util::AsciiLength(text.substr(at));
    const size_t old = out.size();
    out.append(text.substr(at, ascii - at));
    std::transform(out.begin() + static_cast<std::ptrdiff_t>(old), out.end(),
                   out.begin() + static_cast<std::ptrdiff_t>(old), util::ToLower);
    at = ascii;
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80)
      AppendFolded(util::DecodeUtf8(text, at), out);
  }
}

std::string FoldText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  AppendFolded(text, out);
  return out;
}

}  // namespace threadlint::mail
