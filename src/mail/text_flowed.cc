#include "mail/text_flowed.h"

#include <cstddef>

namespace threadlint::mail {

std::string UndoFlowed(std::string_view text, bool del_sp) {
  std::string out;
  out.reserve(text.size());
  bool joins = false;  // the line before ended in a soft break
  size_t last_depth = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    size_t depth = 0;
    while (depth < line.size() && line[depth] == '>') ++depth;
    line.remove_prefix(depth);
    if (line.starts_with(' ')) line.remove_prefix(1);
    // The signature mark is never flowed (section 4.3), nor is what stands before it.
    const bool signature = line == "-- ";
    if (joins && (depth != last_depth || signature)) {
      out += '\n';
      joins = false;
    }
    if (!joins && depth > 0) {
      out.append(depth, '>');
      if (!line.empty()) out += ' ';
    }
    const bool soft = line.ends_with(' ') && !signature;
    if (soft && del_sp) line.remove_suffix(1);
    out += line;
    joins = soft;
    if (!soft) out += '\n';
    last_depth = depth;
  }
  if (joins) out += '\n';
  return out;
}

}  // namespace threadlint::mail
