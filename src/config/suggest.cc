#include "config/suggest.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace threadlint::config {
namespace {

// Optimal string alignment.
size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> before, above, row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    before = std::move(above);
    above = std::move(row);
    row.assign(b.size() + 1, i);
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min(
          {above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : size_t{1})});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view Suggest(std::string_view word, std::span<const std::string_view> known,
                         size_t most_edits) {
  std::string_view best;
  size_t nearest = most_edits + 1;
  for (const std::string_view candidate : known) {
    // Longer words cannot be near: what a stranger's file holds costs nothing.
    if (word.size() > candidate.size() + most_edits) continue;
    const size_t distance = Distance(word, candidate);
    if (distance == 0 || distance >= nearest) continue;
    nearest = distance;
    best = candidate;
  }
  return best;
}

}  // namespace threadlint::config
