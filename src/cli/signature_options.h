// --dkim, --dkim-keys, --authserv-id.
#pragma once

#include "config/values.h"

#include <threadlint/lint.h>

namespace threadlint::cli {

// Throws std::invalid_argument for files that cannot be read and names that are none.
void ReadSignatureOptions(const config::Values& values, Options& out);

}  // namespace threadlint::cli
