#include "cli/token_settings.h"

#include "config/keys.h"
#include "config/suggest.h"
#include "mail/desk_signs.h"
#include "mail/token_decode.h"
#include "mail/tokens.h"
#include "util/ascii.h"
#include "util/regex_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>

namespace threadlint::cli {
namespace {

constexpr std::array kRoles = {TokenRole::kCase,      TokenRole::kComposite, TokenRole::kMessage,
                               TokenRole::kRecipient, TokenRole::kMailbox,   TokenRole::kRoot};
constexpr std::array<std::string_view, 6> kPlaces = {"address", "id",     "subject",
                                                     "body",    "header", "subject body"};

// "'mailbx' is no role; did you mean mailbox?"
std::string NotOneOf(std::string_view value, std::string_view what,
                     std::span<const std::string_view> known) {
  const std::string_view meant = config::Suggest(value, known);
  return meant.empty()
             ? fmt::format("'{}' is no {}; there are {}", value, what, fmt::join(known, ", "))
             : fmt::format("'{}' is no {}; did you mean {}?", value, what, meant);
}

TokenRole ReadRole(const config::Settings& settings, const config::Located& value) {
  std::vector<std::string_view> names;
  for (const TokenRole role : kRoles) {
    if (value.text == Name(role)) return role;
    names.push_back(Name(role));
  }
  throw config::SettingsError(settings.path, value.line, NotOneOf(value.text, "role", names));
}

// True if the pattern has a group that captures.
bool HasGroup(std::string_view pattern) {
  bool in_class = false;
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (in_class) {
      in_class = pattern[i] != ']';
    } else if (pattern[i] == '[') {
      in_class = true;
    } else if (pattern[i] == '(' && pattern.substr(i + 1, 1) != "?") {
      return true;
    }
  }
  return false;
}

// One table [[tokens.scheme]] made a row, checked on the way.
class SchemeRow {
 public:
  SchemeRow(const config::Settings& settings, const config::SchemeSetting& scheme)
      : settings_(settings), scheme_(scheme), values_(Values()) {}

  std::string Write() const {
    CheckCharacters();
    CheckName();
    ReadRole(settings_, scheme_.values.at("role"));
    const std::string& place = values_.at("place");
    if (std::ranges::find(kPlaces, place) == kPlaces.end())
      Fail("place", NotOneOf(place, "place", kPlaces));
    CheckHeader();
    CheckAmbiguous();
    CheckPattern();
    std::string row;
    for (const config::Key& key : config::SchemeKeys()) {
      std::string value = values_.at(key.name);
      if (key.kind == config::Kind::kFlag) value = value == "true" ? "yes" : "no";
      row += fmt::format("{}{}", row.empty() ? "" : "\t", value.empty() ? "-" : value);
    }
    row += '\n';
    CheckExample(row);
    return row;
  }

 private:
  using Map = std::map<std::string_view, std::string>;

  [[noreturn]] void Fail(std::string_view key, std::string_view what) const {
    throw config::SettingsError(settings_.path, scheme_.Line(key), what);
  }

  Map Values() const {
    Map out;
    for (const auto& [key, value] : scheme_.values) out[key] = value.text;
    if (out["space"].empty()) out["space"] = out["name"];
    if (out["decode"].empty()) out["decode"] = HasGroup(out["pattern"]) ? "$1" : "$0";
    return out;
  }

  bool Flag(std::string_view key) const { return values_.at(key) == "true"; }

  void CheckCharacters() const {
    for (const auto& [key, value] : values_)
      if (value == "-" ||
          std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        Fail(key,
             fmt::format("'{}' must be text of one line without tabs, and not a mere '-'", key));
  }

  void CheckName() const {
    const std::string& name = values_.at("name");
    const bool good = std::ranges::all_of(
        name, [](char c) { return util::IsLower(c) || util::IsDigit(c) || c == '-'; });
    if (!good || name.starts_with('-'))
      Fail("name", "'name' takes small letters, digits and '-', such as \"shop-tickets\"");
    for (const mail::TokenScheme& other : mail::TokenCatalogue::BuiltIn().Schemes())
      if (other.name == name || other.name == name + "-body")
        Fail("name", fmt::format("'{}' is the name of a built-in form; take another", name));
  }

  void CheckHeader() const {
    const std::string header = util::LowerAscii(values_.at("header"));
    const bool needed = values_.at("place") == "header";
    if (!needed && !header.empty()) Fail("header", "'header' goes with place = \"header\" alone");
    if (!needed) return;
    if (header.empty()) Fail("place", "place = \"header\" needs 'header', the name of the field");
    if (mail::HoldsToken(header)) return;
    std::set<std::string_view> known;
    for (const mail::TokenScheme& other : mail::TokenCatalogue::BuiltIn().Schemes())
      if (!other.header.empty()) known.insert(other.header);
    Fail("header", fmt::format("'{}' is not among the fields that are read for tokens: {}", header,
                               fmt::join(known, ", ")));
  }

  void CheckAmbiguous() const {
    if (Flag("ambiguous") && mail::VendorNamed(values_.at("vendor")) == 0)
      Fail("ambiguous",
           "an ambiguous form needs a 'vendor' of the built-in catalogue, whose mails show by "
           "other signs");
  }

  void CheckPattern() const {
    const bool folds = Flag("folds") || values_.at("place") == "address";
    const std::string error = util::RegexSet::ErrorIn({values_.at("pattern"), folds});
    if (!error.empty()) Fail("pattern", fmt::format("this pattern does not compile: {}", error));
    try {
      mail::TokenKey key(values_.at("decode"));
    } catch (const std::invalid_argument& wrong) {
      Fail("decode", wrong.what());
    }
  }

  void CheckExample(std::string_view row) const {
    const std::string& example = values_.at("example");
    const std::string& key = values_.at("key");
    if (example.empty() && !key.empty()) Fail("key", "'key' is the key of an 'example'");
    if (example.empty()) return;
    const mail::TokenCatalogue catalogue(mail::ReadTokenSchemes(row));
    for (const mail::TokenScheme& scheme : catalogue.Schemes()) {
      const auto found = scheme.place == mail::TokenPlace::kHeader
                             ? catalogue.FindInHeader(scheme.header, example)
                             : catalogue.Find(scheme.place, example);
      if (found.empty()) Fail("example", "the pattern finds no token in this example");
      if (!key.empty() && found.front().key != key)
        Fail("key",
             fmt::format("the key of the example is '{}', not '{}'", found.front().key, key));
    }
  }

  const config::Settings& settings_;
  const config::SchemeSetting& scheme_;
  const Map values_;
};

}  // namespace

std::vector<std::pair<std::string, TokenRole>> ReadTokenRoles(const config::Settings& settings) {
  std::vector<std::pair<std::string, TokenRole>> out;
  for (const config::RoleSetting& setting : settings.roles)
    out.emplace_back(setting.family, ReadRole(settings, setting.role));
  return out;
}

std::string TokenSchemeRows(const config::Settings& settings) {
  std::string rows;
  std::set<std::string> names;
  for (const config::SchemeSetting& scheme : settings.schemes) {
    rows += SchemeRow(settings, scheme).Write();
    const std::string& name = scheme.Text("name");
    // A form for subjects and bodies is two: see mail::ReadTokenSchemes.
    const bool once = names.insert(name).second && (scheme.Text("place") != "subject body" ||
                                                    names.insert(name + "-body").second);
    if (!once)
      throw config::SettingsError(settings.path, scheme.Line("name"),
                                  fmt::format("the name '{}' stands twice", name));
  }
  return rows;
}

}  // namespace threadlint::cli
