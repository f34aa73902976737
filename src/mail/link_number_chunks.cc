#include "mail/link_number_chunks.h"

#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;

constexpr std::array<uint8_t, 256> kKinds = [] {
  std::array<uint8_t, 256> out{};
  for (size_t c = '0'; c <= '9'; ++c) out[c] = NumberChunk::kDigit;
  for (const char c : {':', '@', '.', '/'}) out[static_cast<size_t>(c)] = NumberChunk::kAddress;
  for (const char c : {'$', '%'}) out[static_cast<size_t>(c)] = NumberChunk::kMoney;
  for (size_t c = 0x80; c < out.size(); ++c) out[c] = NumberChunk::kMoney;
  return out;
}();

}  // namespace

bool NumberChunk::HasMoneySign() const {
  if ((kinds & kMoney) == 0) return false;
  for (const std::string_view sign :
       {"$", "%", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xB9", "\xE2\x80\xB0"})
    if (text.find(sign) != kNone) return true;
  return false;
}

bool NumberChunk::IsAddress() const {
  if ((kinds & kAddress) == 0) return false;
  if (text.find("://") != kNone || text.find('@') != kNone || text.find("www.") != kNone)
    return true;
  const size_t slash = text.find('/');
  const size_t dot = text.find('.');
  return slash != kNone && dot < slash && dot > 0 && util::IsAlpha(text[dot - 1]) &&
         util::IsAlpha(text[dot + 1]) && text.find_first_of("0123456789", slash) != kNone;
}

std::vector<NumberChunk> ReadNumberChunks(std::string_view text) {
  constexpr size_t kAverage = 6;  // bytes a word with its blank, or more
  std::vector<NumberChunk> out;
  out.reserve(text.size() / kAverage);
  size_t newlines = 0;
  for (size_t at = 0; at < text.size();) {
    if (util::IsSpace(text[at])) {
      newlines += text[at++] == '\n' ? 1 : 0;
      continue;
    }
    uint8_t kinds = 0;
    size_t end = at;
    for (; end < text.size() && !util::IsSpace(text[end]); ++end)
      kinds |= kKinds[static_cast<unsigned char>(text[end])];
    out.push_back({text.substr(at, end - at), newlines > 1, newlines > 0, kinds});
    newlines = 0;
    at = end;
  }
  return out;
}

std::string WithPlainSigns(std::string_view text) {
  struct Sign {
    std::string_view from, to;
  };
  constexpr Sign kSigns[] = {{"\xC2\xB0", "#"},     {"\xC2\xBA", "#"},     {"\xE2\x84\x96", "#"},
                             {"\xC2\xA0", " "},     {"\xE2\x80\xAF", " "}, {"\xE2\x80\x90", "-"},
                             {"\xE2\x80\x91", "-"}, {"\xE2\x80\x93", "-"}, {"\xE2\x80\x8B", ""},
                             {"\xEF\xBC\x83", "#"}, {"\xEF\xBC\x9A", ":"}};
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t ascii = util::AsciiLength(text.substr(at));
    out += text.substr(at, ascii);
    at += ascii;
    if (at < text.size()) {
      const auto* const sign =
          std::find_if(std::begin(kSigns), std::end(kSigns),
                       [&](const Sign& s) { return text.substr(at).starts_with(s.from); });
      if (sign != std::end(kSigns)) {
        // After a digit it is degrees.
        const bool degrees = sign->from == kSigns[0].from && at > 0 && util::IsDigit(text[at - 1]);
        out += degrees ? std::string_view(" ") : sign->to;
        at += sign->from.size();
        continue;
      }
      out += text[at++];
    }
  }
  return out;
}

}  // namespace threadlint::mail
