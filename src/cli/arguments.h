// The command line, read by CLI11 from the table of options.
#pragma once

#include "config/options.h"

#include <optional>
#include <string>
#include <vector>

namespace threadlint::cli {

struct Arguments {
  config::Command command = config::kCheck;
  std::vector<std::string>
      positional;  // paths; ID first for `case`; rules for `rule`; what to do first for `wording`
  config::Values values;
};

// Nothing if the program is done: `status` then is its exit status, help and errors are printed.
std::optional<Arguments> ReadArguments(int argc, char** argv, int& status);

}  // namespace threadlint::cli
