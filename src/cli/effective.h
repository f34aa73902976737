// From the command line to what holds: flags > environment > file > default.
#pragma once

#include "cli/arguments.h"

namespace threadlint::cli {

// Fills in the other layers, and what holds. Throws std::invalid_argument for a file or a variable
// that is wrong, whether or not the command needs what it says: a wrong configuration is no silent
// one.
void AddLayers(Arguments& arguments);

}  // namespace threadlint::cli
