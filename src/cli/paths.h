// The paths of the input: those of the command line and those of the lists of --paths-from.
#pragma once

#include "cli/arguments.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::cli {

// Paths one a line, or, if there is a NUL, with a NUL behind each. Empty ones are none; a CR at the
// end of a line is no part of the path.
std::vector<std::string> SplitPaths(std::string_view list);

// Those that stand behind the first `others` positional arguments, then those of the lists, each
// once. Throws std::invalid_argument if there are neither paths nor lists, if a list cannot be
// read, or if standard input is asked for twice.
std::vector<std::string> InputPaths(const Arguments& arguments, size_t others = 0);

}  // namespace threadlint::cli
