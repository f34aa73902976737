// The layers made one: flags > environment > file > default.
#pragma once

#include "config/values.h"

namespace threadlint::config {

struct Layers {
  Values file, environment, command_line;
};

// What holds for that command: of each option that it takes, what the highest layer says that says
// anything. Lists are replaced, not added to; of a table (severity) each layer overrules entries of
// those below. Throws ValueError for lists that name nothing (",").
Values Combine(Command command, const Layers& layers);

}  // namespace threadlint::config
