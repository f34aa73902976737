// What the settings say about tokens, as options of the library.
#pragma once

#include "config/settings.h"

#include <threadlint/case.h>

#include <string>
#include <utility>
#include <vector>

namespace threadlint::cli {

// Both throw config::SettingsError for what means nothing: an unknown role or place, a pattern that
// does not compile, an example in which the pattern finds nothing.
std::vector<std::pair<std::string, TokenRole>> ReadTokenRoles(const config::Settings& settings);
// Rows as Options::token_schemes takes them.
std::string TokenSchemeRows(const config::Settings& settings);

}  // namespace threadlint::cli
