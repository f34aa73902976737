// From what was given on the command line to the options of the library.
#pragma once

#include "config/options.h"

#include <threadlint/lint.h>

namespace threadlint::cli {

// Throws std::invalid_argument with a sentence that names the option, what is wrong and what it
// takes.
Options ToLintOptions(const config::Values& values);

}  // namespace threadlint::cli
