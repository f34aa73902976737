#include "cases/near_miss.h"

#include "util/ascii.h"

#include <algorithm>
#include <utility>

namespace threadlint::cases {
namespace {

// Counters and short words differ in one character without having been damaged.
constexpr size_t kLongEnough = 8;

bool IsCounter(std::string_view s) {
  return std::ranges::all_of(s, [](char c) { return util::IsDigit(c); });
}

// The same but for the digits of a counter at its end: "c-66199" and "c-66200".
bool CountsOn(std::string_view a, std::string_view b) {
  while (!a.empty() && util::IsDigit(a.back())) a.remove_suffix(1);
  while (!b.empty() && util::IsDigit(b.back())) b.remove_suffix(1);
  return a == b;
}

// One character put in, left out or replaced; or two neighbours exchanged.
bool OneEdit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t front = 0;
  while (front < a.size() && a[front] == b[front]) ++front;
  a.remove_prefix(front);
  b.remove_prefix(front);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() <= 1 && b.size() <= 1) return true;
  return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
}

}  // namespace

std::string_view NearMiss(std::string_view before, std::string_view after) {
  if (before == after || before.empty() || after.empty()) return {};
  if (util::EqualsIgnoreCase(before, after)) return "upper and lower case were folded on the way";
  if (before.size() < kLongEnough || IsCounter(before) || CountsOn(before, after)) return {};
  if (after.size() * 2 >= before.size() && before.starts_with(after))
    return "its end was cut off, as limits of length do";
  if (after.size() * 2 >= before.size() && before.ends_with(after)) return "its beginning was lost";
  if (OneEdit(before, after)) return "one character of it differs, as after retyping";
  return {};
}

}  // namespace threadlint::cases
