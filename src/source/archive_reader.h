// Compressed files and archives, decoded as they are read.
#pragma once

#include "source/inventory.h"

#include <memory>

namespace threadlint::source {

// Reads what stands behind `fd`, which must be seekable and outlive the reader. Members come in the
// order of the archive; trouble inside a member's data comes as its stream's error and as a note
// of the next call of Next().
std::unique_ptr<UnitReader> OpenArchive(int fd, const Unit& unit, const Limits& limits);

}  // namespace threadlint::source
