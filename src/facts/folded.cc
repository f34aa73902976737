#include "facts/folded.h"

#include "mail/link_fold.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace threadlint::facts {
namespace {

void Put(char c, uint32_t begin, uint32_t end, Folded& out) {
  const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
  if (blank && (out.text.empty() || out.text.back() == ' ')) return;
  out.text += blank ? ' ' : c;
  out.at.push_back(begin);
  out.ends.push_back(end);
}

}  // namespace

Folded FoldWithPlaces(std::string_view utf8, uint32_t offset) {
  Folded out;
  out.text.reserve(utf8.size());
  out.at.reserve(utf8.size() + 1);
  out.ends.reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    const auto begin = offset + static_cast<uint32_t>(i);
    if (static_cast<unsigned char>(utf8[i]) < 0x80) {
      Put(util::ToLower(utf8[i]), begin, begin + 1, out);
      ++i;
      continue;
    }
    const size_t from = i;
    const char32_t c = util::DecodeUtf8(utf8, i);
    const auto end = offset + static_cast<uint32_t>(i);
    // Arrows, ticks and bullets part words as blanks do.
    constexpr char32_t kSymbols = 0x2190, kSymbolsEnd = 0x2C00;
    if (c >= kSymbols && c < kSymbolsEnd) {
      Put(' ', begin, end, out);
      continue;
    }
    for (const char folded : mail::FoldText(utf8.substr(from, i - from)))
      Put(folded, begin, end, out);
  }
  if (!out.text.empty() && out.text.back() == ' ') {
    out.text.pop_back();
    out.at.pop_back();
    out.ends.pop_back();
  }
  out.at.push_back(offset + static_cast<uint32_t>(utf8.size()));
  return out;
}

}  // namespace threadlint::facts
