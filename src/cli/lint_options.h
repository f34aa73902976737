// From what was given on the command line to the options of the library.
#pragma once

#include "config/options.h"
#include "config/settings.h"

#include <threadlint/lint.h>

namespace threadlint::cli {

// The file of --config, else the nearest .threadlint.toml; empty with --no-config, or if there is
// none. Throws std::invalid_argument for files that say nothing or something wrong.
config::Settings LoadSettings(const config::Values& values);

// Both throw std::invalid_argument with a sentence that names the option or the line of the file,
// what is wrong and what it takes. The first loads the settings itself.
Options ToLintOptions(const config::Values& values);
Options ToLintOptions(const config::Values& values, const config::Settings& settings);

}  // namespace threadlint::cli
