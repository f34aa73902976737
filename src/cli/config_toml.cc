#include "cli/config_listing.h"
#include "config/keys.h"
#include "report/toml.h"
#include "util/ascii.h"
#include "util/visible.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace threadlint::cli {
namespace {

using config::Option;
using config::Value;

// "key = value" and the comment behind it.
using Line = std::pair<std::string, std::string>;

// As TOML writes it too: 0, 12, 0.85.
bool IsNumber(std::string_view text) {
  const size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const auto digits = [](std::string_view s) {
    return !s.empty() && std::ranges::all_of(s, util::IsDigit);
  };
  return digits(whole) && (whole == "0" || whole.front() != '0') &&
         (point == std::string_view::npos || digits(text.substr(point + 1)));
}

std::string TomlKey(std::string_view key) {
  const bool bare = !key.empty() && std::ranges::all_of(key, [](char c) {
    return util::IsAlnum(c) || c == '-' || c == '_';
  });
  return bare ? std::string(key) : report::TomlString(key);
}

// Each origin once, in the order of the values.
std::string Origins(const std::vector<Value>& values) {
  std::vector<std::string> out;
  for (const Value& value : values)
    if (std::string origin = config::Describe(value.origin);
        std::ranges::find(out, origin) == out.end())
      out.push_back(std::move(origin));
  return util::MakeVisible(fmt::format("{}", fmt::join(out, ", ")));
}

Line ListLine(const Option& option, const ConfigListing& listing) {
  const std::vector<Value> values = listing.values.All(option.name);
  std::vector<std::string> texts;
  texts.reserve(values.size());
  for (const Value& value : values) texts.push_back(report::TomlString(value.text));
  std::string origin = Origins(values);
  if (values.empty()) {
    const bool taken_back = listing.values.Given(option.name) != nullptr;
    origin = taken_back ? "taken back" : "default";
  }
  return {fmt::format("{} = [{}]", option.name, fmt::join(texts, ", ")), std::move(origin)};
}

Line OptionLine(const Option& option, const ConfigListing& listing) {
  if (option.kind == config::Kind::kList) return ListLine(option, listing);
  const Value value = listing.values.Last(option.name);
  const std::string origin = util::MakeVisible(config::Describe(value.origin));
  if (option.kind == config::Kind::kFlag)
    return {fmt::format("{} = {}", option.name, value.text == "true"), origin};
  if (value.text.empty()) return {fmt::format("# {} is not set", option.name), {}};
  return {fmt::format("{} = {}", option.name,
                      IsNumber(value.text) ? value.text : report::TomlString(value.text)),
          origin};
}

// The comments stand below each other, but for lines that are very long.
std::string Align(const std::vector<Line>& lines) {
  constexpr size_t kMostColumn = 48;
  size_t column = 0;
  for (const auto& [text, comment] : lines)
    if (!comment.empty() && text.size() <= kMostColumn) column = std::max(column, text.size());
  std::string out;
  for (const auto& [text, comment] : lines)
    out += comment.empty() ? text + '\n' : fmt::format("{:<{}}  # {}\n", text, column, comment);
  return out;
}

std::string Header(const ConfigListing& listing) {
  const std::vector<std::string>& looked_at = listing.found.looked_at;
  const std::string& path = listing.found.path;
  std::string out =
      "# What holds for threadlint check, and who says so. Flags go before the environment, the\n"
      "# environment before the file, the file before the default.\n";
  out += fmt::format("# file: {}\n", path.empty() ? "none" : util::MakeVisible(path));
  std::vector<std::string> missing;
  for (const std::string& other : looked_at)
    if (other != path) missing.push_back(util::MakeVisible(other));
  if (!missing.empty()) out += fmt::format("# not there: {}\n", fmt::join(missing, ", "));
  return out + fmt::format("# config_hash: {}\n", listing.hash);
}

std::vector<Line> TableLines(const Option& option, const ConfigListing& listing) {
  std::vector<Line> out;
  for (const Value& value : listing.values.All(option.name)) {
    const size_t equals = std::min(value.text.find('='), value.text.size() - 1);
    out.emplace_back(fmt::format("{} = {}", TomlKey(value.text.substr(0, equals)),
                                 report::TomlString(value.text.substr(equals + 1))),
                     util::MakeVisible(config::Describe(value.origin)));
  }
  return out;
}

std::vector<Line> RoleLines(const config::Settings& settings) {
  std::vector<Line> out;
  for (const config::RoleSetting& role : settings.roles)
    out.emplace_back(
        fmt::format("{} = {}", report::TomlString(role.family), report::TomlString(role.role.text)),
        util::MakeVisible(fmt::format("{}:{}", settings.path, role.role.line)));
  return out;
}

std::vector<Line> SchemeLines(const config::Settings& settings,
                              const config::SchemeSetting& scheme) {
  std::vector<Line> out;
  for (const config::Key& key : config::SchemeKeys()) {
    const std::string& text = scheme.Text(key.name);
    if (text == key.fallback) continue;
    out.emplace_back(fmt::format("{} = {}", key.name,
                                 key.kind == config::Kind::kFlag ? text : report::TomlString(text)),
                     util::MakeVisible(fmt::format("{}:{}", settings.path, scheme.Line(key.name))));
  }
  return out;
}

}  // namespace

std::string ConfigAsToml(const ConfigListing& listing) {
  std::string out = Header(listing) + '\n';
  std::vector<Line> lines;
  for (const Option& option : config::Options())
    if (config::Takes(config::kConfig, option) && !option.Is(config::kNoKey) &&
        !option.Is(config::kTable))
      lines.push_back(OptionLine(option, listing));
  out += Align(lines);
  const auto add_table = [&out](std::string_view name, const std::vector<Line>& members) {
    if (!members.empty()) out += fmt::format("\n{}\n{}", name, Align(members));
  };
  for (const Option& option : config::Options())
    if (option.Is(config::kTable))
      add_table(fmt::format("[{}]", option.name), TableLines(option, listing));
  add_table("[tokens.roles]", RoleLines(listing.settings));
  for (const config::SchemeSetting& scheme : listing.settings.schemes)
    add_table("[[tokens.scheme]]", SchemeLines(listing.settings, scheme));
  return out;
}

}  // namespace threadlint::cli
