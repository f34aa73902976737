// The only file that includes toml++.
#include "config/settings.h"

#include "config/keys.h"
#include "config/suggest.h"
#include "util/ascii.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <span>
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

class Reader {
 public:
  explicit Reader(std::string path) { out_.path = std::move(path); }

  Settings Read(const toml::table& root) {
    static constexpr std::array<std::string_view, 4> kKeys = {"languages", "min-confidence",
                                                              "tokens", "wording"};
    CheckKeys(root, "", kKeys);
    if (const toml::node* wording = root.get("wording"))
      ReadTexts(*wording, "wording", [this](const Located& folder) { AddWording(folder); });
    if (const toml::node* languages = root.get("languages"))
      ReadTexts(*languages, "languages",
                [this](const Located& codes) { out_.languages.push_back(codes); });
    if (const toml::node* confidence = root.get("min-confidence"))
      out_.min_confidence = TextOrNumber(*confidence, "min-confidence");
    if (const toml::node* tokens = root.get("tokens")) ReadTokens(Table(*tokens, "tokens"));
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
    const std::string_view meant = Suggest(unknown->str(), known);
    Fail(LineOf(*unknown),
         fmt::format("unknown key '{}'{}{}", unknown->str(),
                     name.empty() ? std::string() : fmt::format(" in {}", name),
                     meant.empty() ? fmt::format("; there {} {}", known.size() == 1 ? "is" : "are",
                                                 fmt::join(known, ", "))
                                   : fmt::format("; did you mean {}?", meant)));
  }

  const toml::table& Table(const toml::node& node, std::string_view name) const {
    if (const toml::table* table = node.as_table()) return *table;
    Fail(LineOf(node), fmt::format("{} must be a table, not {}", name, TypeName(node)));
  }

  std::string Text(const toml::node& node, std::string_view name) const {
    if (const auto* text = node.as_string()) return text->get();
    Fail(LineOf(node), fmt::format("{} must be a string, not {}", name, TypeName(node)));
  }

  // A number comes as it would be typed.
  Located TextOrNumber(const toml::node& node, std::string_view name) const {
    if (const auto* number = node.as_floating_point())
      return {fmt::format("{}", number->get()), LineOf(node)};
    if (const auto* number = node.as_integer())
      return {fmt::format("{}", number->get()), LineOf(node)};
    if (!node.is_string())
      Fail(LineOf(node),
           fmt::format("{} must be a number or a string, not {}", name, TypeName(node)));
    return {Text(node, name), LineOf(node)};
  }

  // One text, or a list of them; calls add(Located) for each.
  template <typename Add>
  void ReadTexts(const toml::node& node, std::string_view name, const Add& add) const {
    const auto read = [&](const toml::node& one, std::string_view what) {
      Located text{Text(one, what), LineOf(one)};
      if (text.text.empty()) Fail(text.line, fmt::format("{} must not be empty", what));
      add(text);
    };
    if (const toml::array* list = node.as_array()) {
      for (const toml::node& one : *list) read(one, fmt::format("each of {}", name));
      return;
    }
    if (!node.is_string())
      Fail(LineOf(node),
           fmt::format("{} must be a string or a list of strings, not {}", name, TypeName(node)));
    read(node, name);
  }

  // Relative names begin where the file stands.
  void AddWording(Located folder) {
    if (const size_t slash = out_.path.rfind('/');
        slash != std::string::npos && !folder.text.starts_with('/'))
      folder.text.insert(0, out_.path, 0, slash + 1);
    out_.wording.push_back(std::move(folder));
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

Settings ParseSettings(std::string_view toml, std::string path) {
  toml::table root;
  try {
    root = toml::parse(toml);
  } catch (const toml::parse_error& error) {
    throw SettingsError(path, error.source().begin.line, error.description());
  }
  return Reader(std::move(path)).Read(root);
}

}  // namespace threadlint::config
