// The only file that includes toml++.
#include "config/settings.h"

#include "config/keys.h"
#include "config/suggest.h"
#include "util/ascii.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <sstream>
#include <utility>

namespace threadlint::config {
namespace {

std::string_view TypeName(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    default:
      return "a date or time";
  }
}

unsigned LineOf(const toml::node& node) { return node.source().begin.line; }
unsigned LineOf(const toml::key& key) { return key.source().begin.line; }

constexpr std::string_view kTokens = "tokens";

// Where a path in that file leads: relative ones begin at its folder, "~/" at the home folder.
std::string PathFrom(std::string_view file, std::string_view path) {
  constexpr std::string_view kHome = "~/";
  if (const char* home = path.starts_with(kHome) ? std::getenv("HOME") : nullptr)
    return std::string(home) + std::string(path.substr(kHome.size() - 1));
  const size_t slash = file.rfind('/');
  if (slash == std::string_view::npos || path.empty() || path.starts_with('/') || path == "-")
    return std::string(path);
  return std::string(file.substr(0, slash + 1)) + std::string(path);
}

class Reader {
 public:
  explicit Reader(std::string path) { out_.path = std::move(path); }

  Settings Read(const toml::table& root) {
    std::vector<std::string_view> known = {kTokens};
    for (const Option& option : Options())
      if (!option.Is(kNoKey)) known.push_back(option.name);
    CheckKeys(root, "", known);
    for (const Option& option : Options())
      if (const toml::node* node = option.Is(kNoKey) ? nullptr : root.get(option.name))
        out_.values.Set(option.name, ReadOption(option, *node));
    if (const toml::node* tokens = root.get(kTokens)) ReadTokens(Table(*tokens, kTokens));
    return std::move(out_);
  }

 private:
  [[noreturn]] void Fail(unsigned line, std::string_view what) const {
    throw SettingsError(out_.path, line, what);
  }

  void CheckKeys(const toml::table& table, std::string_view name,
                 std::span<const std::string_view> known) const {
    // The first of the file, not of the alphabet.
    const toml::key* unknown = nullptr;
    for (const auto& [key, value] : table) {
      if (std::ranges::find(known, key.str()) != known.end()) continue;
      if (unknown == nullptr || LineOf(key) < LineOf(*unknown)) unknown = &key;
    }
    if (unknown == nullptr) return;
    Fail(LineOf(*unknown), fmt::format("unknown key '{}'{}; {}", unknown->str(),
                                       name.empty() ? std::string() : fmt::format(" in {}", name),
                                       WhatIsKnown(unknown->str(), known)));
  }

  static std::string WhatIsKnown(std::string_view word, std::span<const std::string_view> known) {
    constexpr size_t kMostNames = 20;
    if (const Option* option = FindOption(word); option != nullptr && option->Is(kNoKey))
      return fmt::format("--{} is for the command line", word);
    if (const std::string_view meant = Suggest(word, known); !meant.empty())
      return fmt::format("did you mean {}?", meant);
    if (known.size() > kMostNames) return "'threadlint config' lists the keys";
    return fmt::format("there {} {}", known.size() == 1 ? "is" : "are", fmt::join(known, ", "));
  }

  const toml::table& Table(const toml::node& node, std::string_view name) const {
    if (const toml::table* table = node.as_table()) return *table;
    Fail(LineOf(node), fmt::format("{} must be a table, not {}", name, TypeName(node)));
  }

  std::string Text(const toml::node& node, std::string_view name) const {
    if (const auto* text = node.as_string()) return text->get();
    Fail(LineOf(node), fmt::format("{} must be a string, not {}", name, TypeName(node)));
  }

  // Numbers, days and times come as they would be typed.
  std::string Typed(const toml::node& node, std::string_view name) const {
    if (const auto* number = node.as_floating_point()) return fmt::format("{}", number->get());
    if (const auto* number = node.as_integer()) return fmt::format("{}", number->get());
    std::ostringstream text;
    if (const auto* day = node.as_date()) text << *day;
    if (const auto* time = node.as_date_time()) text << *time;
    if (node.is_date() || node.is_date_time()) return text.str();
    if (!node.is_string())
      Fail(LineOf(node),
           fmt::format("{} must be a number or a string, not {}", name, TypeName(node)));
    return Text(node, name);
  }

  Value Locate(const Option& option, std::string text, const toml::node& node,
               std::string_view name) const {
    if (text.empty()) Fail(LineOf(node), fmt::format("{} must not be empty", name));
    if (option.Is(kPath)) text = PathFrom(out_.path, text);
    if (option.Is(kOutputPath))
      if (const size_t colon = text.find(':'); colon != std::string::npos)
        text.replace(colon + 1, std::string::npos, PathFrom(out_.path, text.substr(colon + 1)));
    return {std::move(text), {Layer::kFile, fmt::format("{}:{}", out_.path, LineOf(node))}};
  }

  std::vector<Value> ReadOption(const Option& option, const toml::node& node) const {
    const std::string_view name = option.name;
    switch (option.kind) {
      case Kind::kFlag: {
        const auto* flag = node.as_boolean();
        if (flag == nullptr)
          Fail(LineOf(node), fmt::format("{} must be true or false, not {}", name, TypeName(node)));
        return {Locate(option, flag->get() ? "true" : "false", node, name)};
      }
      case Kind::kText:
        return {Locate(option, Typed(node, name), node, name)};
      case Kind::kList:
        break;
    }
    return option.Is(kTable) ? ReadPairs(option, Table(node, name)) : ReadTexts(option, node);
  }

  // One text, or a list of them.
  std::vector<Value> ReadTexts(const Option& option, const toml::node& node) const {
    const std::string_view name = option.name;
    std::vector<Value> out;
    if (const toml::array* list = node.as_array()) {
      const std::string each = fmt::format("each of {}", name);
      for (const toml::node& one : *list) out.push_back(Locate(option, Text(one, each), one, each));
      if (out.empty() && !option.fallback.empty())
        Fail(LineOf(node), fmt::format("{} must not be empty", name));
      return out;
    }
    if (!node.is_string())
      Fail(LineOf(node),
           fmt::format("{} must be a string or a list of strings, not {}", name, TypeName(node)));
    out.push_back(Locate(option, Text(node, name), node, name));
    return out;
  }

  // A table's members as NAME=VALUE, in the order of the file.
  std::vector<Value> ReadPairs(const Option& option, const toml::table& table) const {
    std::vector<std::pair<unsigned, Value>> lines;
    for (const auto& [key, value] : table) {
      const std::string name = fmt::format("{}.{}", option.name, key.str());
      lines.emplace_back(
          LineOf(value),
          Locate(option, fmt::format("{}={}", key.str(), Text(value, name)), value, name));
    }
    std::ranges::stable_sort(lines, {}, &std::pair<unsigned, Value>::first);
    std::vector<Value> out;
    out.reserve(lines.size());
    for (auto& [line, value] : lines) out.push_back(std::move(value));
    return out;
  }

  void ReadTokens(const toml::table& tokens) {
    static constexpr std::array<std::string_view, 2> kKeys = {"roles", "scheme"};
    CheckKeys(tokens, "tokens", kKeys);
    if (const toml::node* roles = tokens.get("roles")) ReadRoles(Table(*roles, "tokens.roles"));
    const toml::node* schemes = tokens.get("scheme");
    if (schemes == nullptr) return;
    const toml::array* array = schemes->as_array();
    if (array == nullptr)
      Fail(LineOf(*schemes), "tokens.scheme is a list: write [[tokens.scheme]] above each");
    for (const toml::node& scheme : *array) ReadScheme(Table(scheme, "each of tokens.scheme"));
  }

  void ReadRoles(const toml::table& roles) {
    std::map<std::string, unsigned> lines;  // by name in lower case
    for (const auto& [key, value] : roles) {
      const std::string_view name = key.str();
      if (name.empty()) Fail(LineOf(key), "a family of tokens has a name");
      const auto [same, added] = lines.try_emplace(util::LowerAscii(name), LineOf(key));
      if (!added)
        Fail(std::max(LineOf(key), same->second),
             fmt::format("'{}' stands twice: large and small letters are the same here", name));
      out_.roles.push_back(
          {std::string(name), {Text(value, fmt::format("the role of '{}'", name)), LineOf(value)}});
    }
  }

  void ReadScheme(const toml::table& table) {
    std::vector<std::string_view> known;
    for (const Key& key : SchemeKeys()) known.push_back(key.name);
    CheckKeys(table, "tokens.scheme", known);
    SchemeSetting out;
    out.line = LineOf(table);
    for (const Key& key : SchemeKeys()) {
      const toml::node* node = table.get(key.name);
      if (node == nullptr && key.required)
        Fail(out.line, fmt::format("this tokens.scheme has no '{}'", key.name));
      Located value{std::string(key.fallback), node == nullptr ? out.line : LineOf(*node)};
      if (node != nullptr) {
        if (key.kind == Kind::kText) {
          value.text = Text(*node, fmt::format("'{}'", key.name));
        } else if (const auto* flag = node->as_boolean()) {
          value.text = flag->get() ? "true" : "false";
        } else {
          Fail(value.line,
               fmt::format("'{}' must be true or false, not {}", key.name, TypeName(*node)));
        }
        if (key.required && value.text.empty())
          Fail(value.line, fmt::format("'{}' must not be empty", key.name));
      }
      out.values.emplace(key.name, std::move(value));
    }
    out_.schemes.push_back(std::move(out));
  }

  Settings out_;
};

}  // namespace

SettingsError::SettingsError(std::string_view path, unsigned line, std::string_view what)
    : std::invalid_argument(line == 0 ? fmt::format("{}: {}", path, what)
                                      : fmt::format("{}:{}: {}", path, line, what)) {}

namespace {

// The commonest slip: a text without its quotes.
std::string_view QuotesHint(std::string_view toml, unsigned line) {
  for (unsigned i = 1; i < line && !toml.empty(); ++i)
    toml.remove_prefix(std::min(toml.find('\n'), toml.size() - 1) + 1);
  std::string_view value = toml.substr(0, toml.find('\n'));
  value.remove_prefix(std::min(value.find('='), value.size() - (value.empty() ? 0 : 1)));
  value = util::Trim(value.empty() ? value : value.substr(1));
  const bool bare =
      !value.empty() && (util::IsLower(value.front()) || util::IsUpper(value.front()));
  return bare ? "; a text stands in quotes: show = \"note\"" : "";
}

}  // namespace

Settings ParseSettings(std::string_view toml, std::string path) {
  toml::table root;
  try {
    root = toml::parse(toml);
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    throw SettingsError(path, line,
                        fmt::format("{}{}", error.description(), QuotesHint(toml, line)));
  }
  return Reader(std::move(path)).Read(root);
}

}  // namespace threadlint::config
