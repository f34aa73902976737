// What .threadlint.toml says, as it says it: what roles, places and patterns mean is for the caller
// to know.
#pragma once

#include "config/values.h"

#include <map>
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
  std::string path;                    // as messages name it; empty: there is no file
  Values values;                       // of options; relative paths begin at the file's folder
  std::vector<RoleSetting> roles;      // by family
  std::vector<SchemeSetting> schemes;  // in the order of the file
};

// "PATH:LINE: what is wrong"; without a line where none can be named (0).
class SettingsError : public std::invalid_argument {
 public:
  SettingsError(std::string_view path, unsigned line, std::string_view what);
};

// Both throw SettingsError: no TOML, an unknown key, a wrong type, a missing key; a file that
// cannot be read or is too long for a configuration. What values mean is not looked at.
Settings ParseSettings(std::string_view toml, std::string path);
Settings ReadSettings(const std::string& path);

// Where settings were looked for, and where they were found.
struct FoundSettings {
  std::string path;                    // empty: nowhere
  std::vector<std::string> looked_at;  // in this order; `path` is the last of them
};

// The nearest .threadlint.toml, from `folder` (empty: the current one) upwards, else `user_path`
// (empty: there is none). Throws SettingsError if that cannot be told.
FoundSettings FindSettings(std::string folder, const std::string& user_path);

// The user's own file: $XDG_CONFIG_HOME/threadlint/threadlint.toml, or that in ~/.config where the
// variable is empty or, against its specification, no absolute path. Empty without a home folder.
std::string UserSettingsPath();

}  // namespace threadlint::config
