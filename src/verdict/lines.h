// The lines of a text file that people and version control keep.
#pragma once

#include "util/ascii.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace threadlint::verdict {

// Calls use(number from 1, line) for every line that is not blank, without the blanks around it,
// carriage returns and a byte order mark.
template <typename Use>
void ForEachLine(std::string_view text, const Use& use) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  for (uint64_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view line = util::Trim(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
    if (!line.empty()) use(number, line);
  }
}

}  // namespace threadlint::verdict
