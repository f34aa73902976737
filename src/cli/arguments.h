// The command line, read by CLI11 from the table of options.
#pragma once

#include "cli/time_table.h"
#include "config/combine.h"
#include "config/settings.h"

#include <optional>
#include <string>
#include <vector>

namespace threadlint::cli {

struct Arguments {
  config::Command command = config::kCheck;
  std::vector<std::string>
      positional;  // paths; ID first for `case`; rules for `rule`; what to do first for `wording`
  config::Layers layers;  // who says what
  config::Values values;  // what holds
  // The file, and where it was looked for; empty for commands that take no --config.
  config::Settings settings;
  config::FoundSettings found;
  TimeTable* times = nullptr;  // with --time
};

// With the layer of the command line only, see AddLayers. Nothing if the program is done: `status`
// then is its exit status, help and errors are printed.
std::optional<Arguments> ReadArguments(int argc, char** argv, int& status);

}  // namespace threadlint::cli
