// threadlint completion SHELL
#include "cli/completion.h"

#include "cli/report_file.h"
#include "cli/run.h"

#include <fmt/format.h>

#include <stdexcept>

namespace threadlint::cli {
namespace {

struct Shell {
  std::string_view name;
  std::string (*script)();
};
constexpr Shell kShells[] = {
    {"bash", BashCompletion}, {"zsh", ZshCompletion}, {"fish", FishCompletion}};

}  // namespace

int RunCompletion(const Arguments& arguments) {
  std::string names;
  for (const Shell& shell : kShells)
    names += fmt::format("{}{}", names.empty() ? "" : ", ", shell.name);
  if (arguments.positional.size() != 1)
    throw std::invalid_argument(fmt::format("completion takes the name of a shell: {}", names));
  for (const Shell& shell : kShells) {
    if (arguments.positional.front() != shell.name) continue;
    ReportFile out("");
    out.Write(shell.script());
    return Close(out);
  }
  throw std::invalid_argument(
      fmt::format("completion: '{}' is no shell that is known; there are {}",
                  arguments.positional.front(), names));
}

}  // namespace threadlint::cli
