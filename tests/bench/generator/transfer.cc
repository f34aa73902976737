#include "transfer.h"

#include "util/base64.h"
#include "util/utf8.h"

#include <algorithm>

namespace threadlint::bench {
namespace {

constexpr std::string_view kUpperHex = "0123456789ABCDEF";

}  // namespace

void AppendQuotedPrintable(std::string_view text, std::string& out) {
  size_t line = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      out += c;
      line = 0;
      continue;
    }
    const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n';
    const bool plain = (c > ' ' && c < 127 && c != '=') || ((c == ' ' || c == '\t') && !ends_line);
    if (line + (plain ? 1 : 3) > 75) {
      out += "=\n";
      line = 0;
    }
    if (plain) {
      out += c;
      ++line;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '=';
      out += kUpperHex[byte >> 4U];
      out += kUpperHex[byte & 15U];
      line += 3;
    }
  }
}

void AppendBase64(std::string_view bytes, std::string& out) {
  for (size_t i = 0; i < bytes.size(); i += 57) {
    out += util::Base64(bytes.substr(i, 57));
    out += '\n';
  }
}

std::string ToWindows1252(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      out += text[i];
    } else if (text.substr(i).starts_with("€")) {
      out += '\x80';
      i += 2;
    } else if (lead == 0xC2 || lead == 0xC3) {
      const auto trail = static_cast<unsigned char>(text[++i]);
      out += static_cast<char>((lead & 3U) << 6U | (trail & 0x3FU));
    } else {
      while (i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xC0U) == 0x80U) ++i;
      out += '?';
    }
  }
  return out;
}

std::string HeaderText(std::string_view text) {
  if (util::IsAscii(text)) return std::string(text);
  std::string out;
  while (!text.empty()) {
    size_t length = std::min<size_t>(42, text.size());
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
      --length;  // never within a character
    if (!out.empty()) out += "\n ";
    out += "=?UTF-8?B?";
    out += util::Base64(text.substr(0, length));
    out += "?=";
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace threadlint::bench
