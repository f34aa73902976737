#include "util/visible.h"

#include "util/unicode_hidden.h"
#include "util/utf8.h"

#include <cstddef>
#include <cstdint>

namespace threadlint::util {
namespace {

void AppendHex(uint32_t value, int digits, std::string& out) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
    out.push_back("0123456789abcdef"[value >> shift & 0xFU]);
}

void AppendEscape(char32_t c, std::string& out) {
  if (c < 0x100) {
    out += "\\x";
    AppendHex(c, 2, out);
  } else if (c < 0x10000) {
    out += "\\u";
    AppendHex(c, 4, out);
  } else {
    out += "\\U";
    AppendHex(c, 8, out);
  }
}

constexpr bool IsPlain(char c) { return c >= ' ' && c < 0x7F; }

}  // namespace

std::string MakeVisible(std::string_view s, bool keep_newlines) {
  std::string out;
  out.reserve(s.size());
  for (size_t pos = 0; pos < s.size();) {
    size_t plain = pos;
    while (pos < s.size() && IsPlain(s[pos])) ++pos;
    out.append(s, plain, pos - plain);
    if (pos == s.size()) break;
    char first = s[pos];
    if (first == '\t') {
      out.push_back(' ');
      ++pos;
      continue;
    }
    if (first == '\n' && keep_newlines) {
      out.push_back('\n');
      ++pos;
      continue;
    }
    size_t begin = pos;
    char32_t c = DecodeUtf8(s, pos);
    std::string_view bytes = s.substr(begin, pos - begin);
    if (c == 0xFFFD && bytes != "\xEF\xBF\xBD") {
      for (char byte : bytes) AppendEscape(static_cast<unsigned char>(byte), out);
    } else if (IsHidden(c)) {
      AppendEscape(c, out);
    } else {
      out += bytes;
    }
  }
  return out;
}

std::string DisarmCommands(std::string text) {
  for (size_t at = text.find("::"); at != text.npos; at = text.find("::", at + 1))
    // A line that is wrapped may begin with any word.
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') text.replace(at, 1, "\\x3a");
  for (const std::string_view opening : {"##[", "##vso["})
    for (size_t at = text.find(opening); at != text.npos; at = text.find(opening, at + 1))
      text.replace(at, 1, "\\x23");
  return text;
}

}  // namespace threadlint::util
