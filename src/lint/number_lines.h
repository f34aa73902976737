// The lines on which places of mail files stand.
#pragma once

#include "source/inventory.h"

#include <threadlint/lint.h>

#include <cstdint>
#include <vector>

namespace threadlint {

struct LineRequest {
  uint32_t file = 0;         // of Export::files
  uint64_t offset = 0;       // in that file
  uint64_t* line = nullptr;  // 1-based; 0 if the file ends before it
};

// Answers the requests. Files are read up to the last place that is asked for, large ones by
// several workers.
void NumberLines(const Options& options, const source::Inventory& inventory,
                 const source::Limits& limits, const Export& mail,
                 std::vector<LineRequest> requests);

}  // namespace threadlint
