// What is wrong with a command line that could not be read.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace threadlint::cli {

// In words that name what was typed, with what was probably meant: a command or an option that
// nobody knows, an option of another command. Empty if it is none of these. `typed` is without the
// program's name.
std::string WhatIsWrong(std::span<const std::string_view> typed);

}  // namespace threadlint::cli
