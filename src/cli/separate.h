// check and cases with --separate: each path is an export of its own.
#pragma once

#include "cli/arguments.h"

#include <threadlint/lint.h>

#include <string>
#include <vector>

namespace threadlint::cli {

// What calls for one path after the other would write, in the order of the paths; on stderr what
// became of each, and how many of them there are of what kind. Returns the worst exit status of
// these calls: 130, 3, 1, 4, 0. Options::paths is not looked at.
int RunSeparate(const Arguments& arguments, Options options,
                const std::vector<std::string>& exports);

}  // namespace threadlint::cli
