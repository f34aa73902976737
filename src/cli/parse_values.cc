#include "cli/parse_values.h"

#include "util/ascii.h"
#include "util/civil_time.h"

#include <charconv>

namespace threadlint::cli {
namespace {

template <typename Number>
bool ParseDigits(std::string_view text, Number& out) {
  if (text.empty() || !util::IsDigit(text.front())) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

bool ParseMoment(std::string_view text, int64_t without_time, int64_t& out) {
  util::CivilDate date;
  const bool day = text.size() >= 10 && text[4] == '-' && text[7] == '-' &&
                   ParseDigits(text.substr(0, 4), date.year) &&
                   ParseDigits(text.substr(5, 2), date.month) &&
                   ParseDigits(text.substr(8, 2), date.day);
  if (!day || date.day == 0 || date.day > util::DaysInMonth(date.year, date.month)) return false;
  out = util::DaysFromCivil(date) * util::kSecondsPerDay;
  std::string_view rest = text.substr(10);
  if (rest.empty()) {
    out += without_time;
    return true;
  }
  if (rest.ends_with('Z')) rest.remove_suffix(1);
  unsigned hour = 0, minute = 0, second = 0;
  const bool time =
      (rest.size() == 6 || rest.size() == 9) && (rest[0] == 'T' || rest[0] == ' ') &&
      rest[3] == ':' && ParseDigits(rest.substr(1, 2), hour) &&
      ParseDigits(rest.substr(4, 2), minute) &&
      (rest.size() == 6 || (rest[6] == ':' && ParseDigits(rest.substr(7, 2), second)));
  if (!time || hour > 23 || minute > 59 || second > 60) return false;
  out += int64_t{hour} * 3600 + int64_t{minute} * 60 + second;
  return true;
}

}  // namespace

bool ParseNumber(std::string_view text, uint64_t& out) { return ParseDigits(text, out); }

bool ParseBegin(std::string_view text, int64_t& out) { return ParseMoment(text, 0, out); }

bool ParseEnd(std::string_view text, int64_t& out) {
  return ParseMoment(text, util::kSecondsPerDay - 1, out);
}

}  // namespace threadlint::cli
