#include "config/suggest.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace threadlint::config {
namespace {

constexpr size_t kMostEdits = 2;

size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view Suggest(std::string_view word, std::span<const std::string_view> known) {
  std::string_view best;
  size_t nearest = kMostEdits + 1;
  for (const std::string_view candidate : known) {
    // Longer words cannot be near: what a stranger's file holds costs nothing.
    if (word.size() > candidate.size() + kMostEdits) continue;
    const size_t distance = Distance(word, candidate);
    if (distance == 0 || distance >= nearest) continue;
    nearest = distance;
    best = candidate;
  }
  return best;
}

}  // namespace threadlint::config
