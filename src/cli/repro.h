// threadlint case ID PATH… --repro
#pragma once

#include "cli/arguments.h"

#include <threadlint/lint.h>

namespace threadlint::cli {

// Writes the mailbox to standard output, and what became of it to standard error.
int WriteRepro(const Arguments& arguments, Options options);

}  // namespace threadlint::cli
