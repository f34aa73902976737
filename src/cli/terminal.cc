#include "cli/terminal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace threadlint::cli {
namespace {

std::string_view Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

bool IsTerminal(int descriptor) { return isatty(descriptor) == 1; }

bool WantColor(std::string_view choice, int descriptor) {
  if (choice == "always") return true;
  if (choice == "never" || !Environment("NO_COLOR").empty()) return false;
  if (!Environment("FORCE_COLOR").empty()) return true;
  return IsTerminal(descriptor) && Environment("TERM") != "dumb";
}

unsigned TerminalWidth(int descriptor) {
  constexpr unsigned kDefault = 80, kLeast = 40, kMost = 200;
  unsigned width = 0;
  const std::string_view columns = Environment("COLUMNS");
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && IsTerminal(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  if (width == 0) width = kDefault;
  return std::clamp(width, kLeast, kMost);
}

}  // namespace threadlint::cli
