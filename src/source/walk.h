// One PATH argument and what lies below it.
#pragma once

#include "source/inventory.h"

#include <string>
#include <vector>

namespace threadlint::source {

// Adds the units of inputs[index] (its path is set) and fills in the rest of it.
void TakeInput(uint32_t index, Input& input, const Limits& limits, std::vector<Unit>& units);

}  // namespace threadlint::source
