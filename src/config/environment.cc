#include "config/environment.h"

#include "config/suggest.h"
#include "util/ascii.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace threadlint::config {
namespace {

constexpr std::string_view kPrefix = "THREADLINT_";

// Short names are near to too many words.
constexpr size_t kShortName = 6;

std::vector<Value> ReadVariable(const Option& option, std::string_view text, Origin origin) {
  std::vector<Value> out;
  if (option.kind != Kind::kList) {
    out.push_back({std::string(text), std::move(origin)});
    if (option.kind == Kind::kFlag) NormalizeFlag(option, out.front());
    return out;
  }
  for (std::string& item : SplitCommas(text)) out.push_back({std::move(item), origin});
  return out;
}

// Throws if an option was probably meant.
void CheckUnknown(std::string_view name, std::span<const std::string> known) {
  std::vector<std::string_view> tails;
  for (const std::string& variable : known)
    tails.push_back(std::string_view(variable).substr(kPrefix.size()));
  const std::string_view tail = name.substr(kPrefix.size());
  const std::string_view meant = Suggest(tail, tails, tail.size() < kShortName ? 1 : 2);
  if (!meant.empty())
    throw std::invalid_argument(
        fmt::format("{}: no option has this variable; did you mean {}{}?", name, kPrefix, meant));
}

}  // namespace

Values ReadEnvironment(std::span<const std::string_view> entries) {
  std::vector<std::string> known;
  for (const Option& option : Options())
    if (!option.Is(kNoVariable)) known.push_back(VariableOf(option));
  Values out;
  for (const std::string_view entry : entries) {
    const size_t equals = entry.find('=');
    if (!entry.starts_with(kPrefix) || equals == std::string_view::npos) continue;
    const std::string_view name = entry.substr(0, equals);
    const std::string_view text = util::Trim(entry.substr(equals + 1));
    if (text.empty()) continue;
    const Option* found = nullptr;
    for (const Option& option : Options())
      if (name == VariableOf(option)) found = &option;
    if (found == nullptr) {
      CheckUnknown(name, known);
      continue;
    }
    out.Set(found->name, ReadVariable(*found, text, {Layer::kEnvironment, std::string(name)}));
  }
  return out;
}

}  // namespace threadlint::config
