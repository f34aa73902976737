#include "mail/address_spec.h"

#include "mail/comment.h"
#include "mail/encoded_word.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace threadlint::mail {
namespace {

enum PlainClass : uint8_t { kNeither = 0, kInAddress = 1, kInName = 2 };

constexpr std::array<uint8_t, 256> MakePlainTable() {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0; c < 128; ++c)
    if (util::IsAlnum(static_cast<char>(c))) table[c] = kInAddress | kInName;
  for (char c : {'.', '-', '_', '+'}) table[static_cast<unsigned char>(c)] = kInAddress | kInName;
  for (char c : {'@', '/', '%', '&', '#', '!', '$', '*', '~', '^', '{', '}', '|'})
    table[static_cast<unsigned char>(c)] = kInAddress;
  for (char c : {' ', '\''}) table[static_cast<unsigned char>(c)] |= kInName;
  table[static_cast<unsigned char>('=')] = kInAddress;
  return table;
}
constexpr std::array<uint8_t, 256> kPlain = MakePlainTable();

size_t SkipClass(std::string_view s, size_t i, uint8_t wanted) {
  while (i < s.size() && (kPlain[static_cast<unsigned char>(s[i])] & wanted) != 0) ++i;
  return i;
}

// Without comments and folding; blanks next to '@' and '.' go, other blanks become one.
std::string Squeeze(std::string_view raw) {
  std::string out;
  bool quoted = false;
  bool blank = false;
  bool comments_closed = false;
  for (size_t i = 0; i < raw.size(); ++i) {
    char c = raw[i];
    if (quoted) {
      if (c == '\r' || c == '\n') continue;
      out.push_back(c);
      if (c == '\\' && i + 1 < raw.size()) out.push_back(raw[++i]);
      if (c == '"') quoted = false;
      continue;
    }
    if (c == '(' && !comments_closed) {
      size_t end = CommentEnd(raw, i);
      comments_closed = end == std::string_view::npos;
      if (!comments_closed) {
        i = end - 1;
        continue;
      }
    }
    if (util::IsSpace(c)) {
      size_t end = i;
      bool folded = false;
      for (; end < raw.size() && util::IsSpace(raw[end]); ++end)
        folded = folded || raw[end] == '\n' || raw[end] == '\r';
      i = end - 1;
      blank = blank || !folded;  // a token that was cut by folding is one token
      continue;
    }
    if (blank && !out.empty() && out.back() != '@' && out.back() != '.' && c != '@' && c != '.')
      out.push_back(' ');
    blank = false;
    quoted = c == '"';
    out.push_back(c);
  }
  return out;
}

bool TakePrefix(std::string_view& s, std::string_view prefix) {
  if (!util::StartsWithIgnoreCase(s, prefix)) return false;
  s.remove_prefix(prefix.size());
  return true;
}

// Of several words the last with an '@'; quoted local parts hold blanks of their own.
std::string_view AddressWord(std::string_view s) {
  if (s.find(' ') == std::string_view::npos || s.find('"') != std::string_view::npos) return s;
  size_t at = s.rfind('@');
  if (at == std::string_view::npos) return {};
  size_t begin = s.rfind(' ', at);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  return s.substr(begin, s.find(' ', at) - begin);
}

bool IsWrappedIn(std::string_view s, char quote) {
  return s.size() > 2 && s.front() == quote && s.back() == quote;
}

}  // namespace

bool HasAt(std::string_view s) {
  size_t at = s.rfind('@');
  return at != std::string_view::npos && at > 0 && at + 1 < s.size();
}

size_t SkipAddressBytes(std::string_view s, size_t pos) { return SkipClass(s, pos, kInAddress); }
size_t SkipNameBytes(std::string_view s, size_t pos) { return SkipClass(s, pos, kInName); }

std::string CleanAddress(std::string_view raw, MailNotes& notes) {
  if (SkipAddressBytes(raw, 0) == raw.size() && HasAt(raw) && raw.front() != '@')
    return std::string(raw);
  std::string decoded;
  if (MayHaveEncodedWord(raw)) {
    decoded = DecodeWords(raw, notes);
    raw = decoded;
    // A whole "name <address>" inside the encoded word.
    size_t open = raw.rfind('<');
    if (open != std::string_view::npos) raw = raw.substr(open + 1, raw.find('>', open) - open - 1);
  }
  std::string squeezed = Squeeze(raw);
  std::string_view s = squeezed;
  if (s.starts_with('@')) {  // "@relay1,@relay2:joe@x.example"
    size_t colon = s.find(':');
    if (colon != std::string_view::npos) s.remove_prefix(colon + 1);
  }
  if (s.starts_with('[') && s.ends_with(']') && s.find(':') != std::string_view::npos) {
    s.remove_prefix(1);
    s.remove_suffix(1);
  }
  s = util::Trim(s);
  if (TakePrefix(s, "mailto:")) {
    s = s.substr(0, s.find('?'));
  } else if (TakePrefix(s, "smtp:")) {
    s = util::Trim(s);
  }
  s = util::Trim(s);
  while (s.ends_with('>') || s.ends_with(',')) s.remove_suffix(1);
  if (IsWrappedIn(s, '\'') || (IsWrappedIn(s, '"') && s.find('@') != std::string_view::npos))
    s = s.substr(1, s.size() - 2);
  s = AddressWord(s);
  if (s.ends_with(':') || s.ends_with(":;") || s.find(":@") != std::string_view::npos)
    return {};  // "<undisclosed-recipients:;>", with a host that a relay put behind it
  return util::IsAscii(s) ? std::string(s) : DecodeRaw(s, notes);
}

}  // namespace threadlint::mail
