// What is to be reported, and what fails: --severity, --show, --fail-on, --min-confidence, --limit.
#pragma once

#include "config/values.h"

#include <threadlint/lint.h>

namespace threadlint::cli {

// Sets them in `out`. Throws config::ValueError for what is not understood.
void ReadShown(const config::Values& values, Options& out);

}  // namespace threadlint::cli
