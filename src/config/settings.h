// What .threadlint.toml says, as it says it: what roles, places and patterns mean is for the caller
// to know.
#pragma once

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::config {

inline constexpr std::string_view kSettingsName = ".threadlint.toml";

// A value and the line it stands in, from 1.
struct Located {
  std::string text;  // valid UTF-8; flags: "true" or "false"
  unsigned line = 0;
};

// A member of [tokens.roles].
struct RoleSetting {
  std::string family;  // base address or name of a family, as written
  Located role;
};

// A table [[tokens.scheme]].
struct SchemeSetting {
  unsigned line = 0;
  std::map<std::string_view, Located> values;  // by key; all keys of SchemeKeys()

  const std::string& Text(std::string_view key) const { return values.at(key).text; }
  // Line of the key, or of the table where the key is not given.
  unsigned Line(std::string_view key) const { return values.at(key).line; }
};

struct Settings {
  std::string path;                // as messages name it; empty: there is no file
  std::vector<Located> wording;    // folders, as to be opened: relative ones begin at the file
  std::vector<Located> languages;  // codes, or "all"
  std::optional<Located> min_confidence;
  std::vector<RoleSetting> roles;      // by family
  std::vector<SchemeSetting> schemes;  // in the order of the file
};

// "PATH:LINE: what is wrong"; without a line where none can be named (0).
class SettingsError : public std::invalid_argument {
 public:
  SettingsError(std::string_view path, unsigned line, std::string_view what);
};

// Both throw SettingsError: no TOML, an unknown key, a wrong type, a missing key; a file that
// cannot be read or is too long for a configuration.
Settings ParseSettings(std::string_view toml, std::string path);
Settings ReadSettings(const std::string& path);

// The nearest .threadlint.toml, from `folder` (empty: the current one) upwards; empty if there is
// none. Throws SettingsError if that cannot be told.
std::string FindSettings(std::string folder = {});

}  // namespace threadlint::config
