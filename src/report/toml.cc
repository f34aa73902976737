#include "report/toml.h"

#include "util/unicode_hidden.h"
#include "util/utf8.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

namespace threadlint::report {

std::string TomlString(std::string_view text) {
  if (!util::IsValidUtf8(text)) return {};
  std::string out = "\"";
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = util::DecodeUtf8(text, pos);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (util::IsHidden(c) || c < 0x20 || c == 0x7f) {
      fmt::format_to(std::back_inserter(out), "\\U{:08x}", static_cast<uint32_t>(c));
    } else {
      util::AppendUtf8(c, out);
    }
  }
  return out + '"';
}

}  // namespace threadlint::report
