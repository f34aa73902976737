// What is wrong with wording files, found by reading them and by running their examples.
#pragma once

#include "facts/wording.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace threadlint::facts {

struct CheckedWording {
  std::string file;
  std::string language;  // code; empty: the file says none
  size_t sets = 0, lists = 0, phrases = 0, examples = 0;
  std::vector<WordingError> errors;  // by line; empty: all right
};

// Of (name, text) in their order: each file can use the sets of those before it, and those of the
// built-in wording of its language unless `alone`. Never fails.
std::vector<CheckedWording> CheckWordings(
    const std::vector<std::pair<std::string, std::string>>& files, bool alone = false);

}  // namespace threadlint::facts
