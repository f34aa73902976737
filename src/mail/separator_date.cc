#include "mail/separator_date.h"

#include "mail/date.h"
#include "util/ascii.h"

#include <array>

namespace threadlint::mail {

Timestamp ParseSeparatorDate(std::string_view line) {
  constexpr std::array<std::string_view, 7> kDays = {" Mon ", " Tue ", " Wed ", " Thu ",
                                                     " Fri ", " Sat ", " Sun "};
  // The sender may hold blanks ("user at example.com"), so the weekday marks the beginning.
  size_t begin = std::string_view::npos;
  for (const std::string_view day : kDays) {
    const size_t at = line.rfind(day);
    if (at != std::string_view::npos && (begin == std::string_view::npos || at > begin)) begin = at;
  }
  if (begin == std::string_view::npos) return {};
  std::string_view date = line.substr(begin + 1);
  const size_t remote = date.find(" remote from ");
  if (remote != std::string_view::npos) date = date.substr(0, remote);
  return ParseDate(util::Trim(date));
}

}  // namespace threadlint::mail
