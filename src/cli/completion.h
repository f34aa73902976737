// Scripts that complete commands, options and their values in a shell, from the tables of commands,
// options, formats and rules.
#pragma once

#include "cli/commands.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::cli {

// What a value of an option may be, as far as a shell can offer it.
struct Choices {
  std::vector<std::string> words;  // fixed ones
  bool files = false;              // names of files too
  bool directories = false;        // of directories
};
// By the metavar of the table of options: "auto|always|never" names its words itself.
Choices ChoicesOf(std::string_view metavar);

// What a command's first argument may be, where that is a word of ours.
std::vector<std::string> WordsOf(const Command& command);

std::string BashCompletion();
std::string ZshCompletion();
std::string FishCompletion();

}  // namespace threadlint::cli
