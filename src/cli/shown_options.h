// What is to be reported, and what fails: --show, --fail-on, --min-confidence, --limit.
#pragma once

#include "config/options.h"
#include "config/settings.h"

#include <threadlint/lint.h>

namespace threadlint::cli {

// Sets them in `out`. Throws std::invalid_argument that names the option, or the line of the file.
void ReadShown(const config::Values& values, const config::Settings& settings, Options& out);

}  // namespace threadlint::cli
