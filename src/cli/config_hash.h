// A name for the configuration of a run, so that an audit can be repeated.
#pragma once

#include "config/values.h"

#include <threadlint/lint.h>

#include <string>

namespace threadlint::cli {

// 16 hexadecimal digits over the version and whatever can change what is found: not how and where
// it is written. Wording counts by what its files hold, not by their names.
std::string ConfigHash(const config::Values& values, const Options& options);

}  // namespace threadlint::cli
