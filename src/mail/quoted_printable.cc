#include "mail/quoted_printable.h"

#include "util/ascii.h"

#include <cstddef>

namespace threadlint::mail {

namespace {

// Where the soft line break whose '=' stands before `pos` ends; npos if it is none. The end of the
// input counts as a line end.
size_t SoftBreakEnd(std::string_view in, size_t pos) {
  while (pos < in.size() && util::IsBlank(in[pos])) ++pos;
  if (pos == in.size()) return pos;
  if (in[pos] == '\r') return pos + (pos + 1 < in.size() && in[pos + 1] == '\n' ? 2 : 1);
  return in[pos] == '\n' ? pos + 1 : std::string_view::npos;
}

}  // namespace

bool DecodeQuotedPrintable(std::string_view in, std::string& out) {
  out.reserve(out.size() + in.size());
  bool clean = true;
  size_t pos = 0;
  while (pos < in.size()) {
    const size_t equals = in.find('=', pos);
    out.append(in.substr(pos, equals - pos));
    if (equals == std::string_view::npos) break;
    pos = equals + 1;
    const int high = pos + 1 < in.size() ? util::HexValue(in[pos]) : -1;
    const int low = high >= 0 ? util::HexValue(in[pos + 1]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high << 4 | low);
      pos += 2;
    } else if (const size_t end = SoftBreakEnd(in, pos); end != std::string_view::npos) {
      pos = end;
    } else {
      out += '=';
      clean = false;
    }
  }
  return clean;
}

}  // namespace threadlint::mail
