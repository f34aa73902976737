// Every command once: its name, its words in help, what it runs.
#pragma once

#include "cli/arguments.h"

#include <span>
#include <string_view>

namespace threadlint::cli {

struct Command {
  config::Command bit;  // options name the commands that take them by it
  std::string_view name;
  std::string_view summary;
  std::string_view positional;  // name of its positional arguments; empty: it takes none
  std::string_view positional_help;
  bool required;  // whether it takes at least one; paths may also come by --paths-from
  int (*run)(const Arguments&);
  std::string_view words = {};  // that its first argument may be
};

// In the order in which help lists them.
std::span<const Command> Commands();
const Command& CommandOf(config::Command bit);

}  // namespace threadlint::cli
