// Pass 1: the headers of every mail, in file order.
#pragma once

#include "source/inventory.h"

#include <threadlint/lint.h>

#include <vector>

namespace threadlint {

// Fills mail.files and mail.messages and the counts and notes of `inputs` (one for each entry of
// inventory.inputs). The result does not depend on the number of workers. Returns false if
// options.stop was set meanwhile.
bool ReadHeaders(const Options& options, const source::Inventory& inventory,
                 const source::Limits& limits, Export& mail, std::vector<InputReport>& inputs);

// Adds a note of the source to the report of its input, and lowers the input's state accordingly.
void AddNote(const source::Note& note, InputReport& input);

}  // namespace threadlint
