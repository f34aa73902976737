// What the terminal can do, and what the user wants of it.
#pragma once

#include <string_view>

namespace threadlint::cli {

bool IsTerminal(int descriptor);

// Colour on standard output: `choice` is auto, always or never. Auto is yes on a terminal unless
// NO_COLOR is set (no-color.org) or TERM is dumb; FORCE_COLOR says yes everywhere.
bool WantColor(std::string_view choice, int descriptor);

// Columns of the terminal, from the system or $COLUMNS; 80 where there is none; never below 40.
unsigned TerminalWidth(int descriptor);

}  // namespace threadlint::cli
