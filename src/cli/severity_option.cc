#include "cli/severity_option.h"

#include "verdict/severity.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace threadlint::cli {
namespace {

constexpr std::string_view kName = "severity";

struct Entry {
  verdict::SeverityRow row;
  config::Value value;

  const std::string& name() const {
    return row.rules.kind == verdict::Selector::Kind::kRule ? row.rules.rule : row.rules.family;
  }
  auto Rank() const { return std::tuple(value.origin.layer, name().size()); }
};

// As a flag takes it, by id.
config::Value Canonical(const Entry& entry) {
  const auto& severity = entry.row.severity;
  return {fmt::format("{}={}", entry.name(), severity ? Name(*severity) : "off"),
          entry.value.origin};
}

}  // namespace

std::vector<config::Value> ReadSeverities(const config::Values& values) {
  std::vector<Entry> entries;
  for (const config::Value& value : values.All(kName)) {
    Entry& entry = entries.emplace_back();
    entry.value = value;
    if (!verdict::ParseSeverityRow(value.text, entry.row))
      throw config::ValueError(
          kName, value.origin,
          fmt::format(
              "'{}' is not understood; it takes RULE=LEVEL: a rule (TL101; threadlint rule lists "
              "them) or a family (TL1), and note, warning, error or off",
              value.text));
  }
  std::ranges::stable_sort(entries, {}, &Entry::Rank);
  std::vector<config::Value> out;
  for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
    const auto twice = std::find_if(entry + 1, entries.end(), [&](const Entry& later) {
      return later.name() == entry->name() && later.value.origin.layer == config::Layer::kFile;
    });
    if (twice != entries.end())
      throw config::ValueError(kName, twice->value.origin,
                               fmt::format("{} is there twice", twice->name()));
    const bool overruled = std::any_of(entry + 1, entries.end(), [&](const Entry& later) {
      return verdict::Covers(later.row.rules, entry->row.rules);
    });
    if (!overruled) out.push_back(Canonical(*entry));
  }
  return out;
}

}  // namespace threadlint::cli
