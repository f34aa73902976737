// From what holds to the options of the library.
#pragma once

#include "config/settings.h"
#include "config/values.h"

#include <threadlint/lint.h>

namespace threadlint::cli {

// Throws std::invalid_argument with a sentence that names who said it (the flag, the variable, the
// line of the file), what is wrong and what it takes. Paths are for the caller to add.
Options ToLintOptions(const config::Values& values, const config::Settings& settings);

}  // namespace threadlint::cli
