// --redact and the file of --redact-key.
#pragma once

#include "config/values.h"

#include <threadlint/lint.h>

namespace threadlint::cli {

// A file that holds too little is no secret, and a ValueError that says how to make one. One that
// everybody may read is complained of on stderr.
void ReadRedaction(const config::Values& values, Options& out);

}  // namespace threadlint::cli
