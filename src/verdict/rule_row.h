// Tables whose rows hold for rules with ids that begin so.
#pragma once

#include <ranges>
#include <string_view>

namespace threadlint::verdict {

// The row with the longest `rules` that `rule_id` begins with; null if none fits.
template <std::ranges::contiguous_range Rows>
auto RowOf(const Rows& rows, std::string_view rule_id) {
  const std::ranges::range_value_t<Rows>* best = nullptr;
  for (const auto& row : rows)
    if (rule_id.starts_with(row.rules) &&
        (best == nullptr || row.rules.size() > best->rules.size()))
      best = &row;
  return best;
}

}  // namespace threadlint::verdict
