#include "cli/config_hash.h"

#include "util/sha256.h"

#include <threadlint/version.h>

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace threadlint::cli {
namespace {

// Parts that could be taken for each other are not: each has its length before it.
class Parts {
 public:
  void Add(std::string_view part) { hash_.Update(fmt::format("{}:{}", part.size(), part)); }
  std::string Finish() { return util::Hex(hash_.Finish()).substr(0, 16); }

 private:
  util::Sha256 hash_;
};

// Options that count as what was made of them.
constexpr std::string_view kWording = "wording", kSeverity = "severity";
bool IsRead(std::string_view name) { return name == kWording || name == kSeverity; }

std::vector<std::string> TextsOf(const config::Option& option, const config::Values& values) {
  std::vector<std::string> out;
  if (option.kind == config::Kind::kFlag) {
    if (values.Flag(option.name)) out.emplace_back("true");
  } else if (option.kind == config::Kind::kText) {
    out.push_back(values.Text(option.name));
  } else {
    for (const config::Value& value : values.All(option.name)) out.push_back(value.text);
  }
  // Their order says nothing.
  if (option.Is(config::kCommas)) std::ranges::sort(out);
  return out;
}

}  // namespace

std::string ConfigHash(const config::Values& values, const Options& options) {
  std::vector<const config::Option*> rows;
  for (const config::Option& option : config::Options())
    if (!option.Is(config::kNoFinding)) rows.push_back(&option);
  std::ranges::sort(rows, {}, &config::Option::name);
  Parts parts;
  parts.Add(kVersion);
  for (const config::Option* option : rows) {
    const std::vector<std::string> texts = TextsOf(*option, values);
    // What says nothing new is left out: who writes a default down changes nothing.
    if (IsRead(option->name) || texts == TextsOf(*option, config::Values())) continue;
    parts.Add(option->name);
    for (const std::string& text : texts) parts.Add(text);
  }
  parts.Add(kWording);
  for (const auto& [name, text] : options.wording) parts.Add(text);
  parts.Add(kSeverity);
  for (const std::string& text : options.severity) parts.Add(text);
  parts.Add("token_schemes");
  parts.Add(options.token_schemes);
  parts.Add("token_roles");
  for (const auto& [family, role] : options.token_roles) {
    parts.Add(family);
    parts.Add(Name(role));
  }
  return parts.Finish();
}

}  // namespace threadlint::cli
