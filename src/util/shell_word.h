// A word of a command line that the user may paste.
#pragma once

#include <string>

namespace threadlint::util {

// Quoted for a POSIX shell, and never mistaken for an option.
std::string ShellWord(const std::string& path);

}  // namespace threadlint::util
