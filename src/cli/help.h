// What --help and --help-all print, from the tables of commands, options and formats.
#pragma once

#include "cli/commands.h"

#include <string>

namespace threadlint::cli {

// The program's own help: the commands and the exit statuses.
std::string ProgramHelp();

// Help on a command, 80 columns wide: the options used most (config::kCommon), or all.
std::string CommandHelp(const Command& command, bool all);

}  // namespace threadlint::cli
