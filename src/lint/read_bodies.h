// The sweep that reads bodies for links, between the two halves of barrier 1.
#pragma once

#include "mail/link_reading.h"
#include "source/inventory.h"

#include <threadlint/lint.h>

#include <vector>

namespace threadlint {

// One reading for each of `wanted` (ascending), in that order. A mail that cannot be read a second
// time has an empty reading and a note at its input. Shorter only if the run was interrupted.
std::vector<mail::LinkReading> ReadBodies(const Options& options,
                                          const source::Inventory& inventory,
                                          const source::Limits& limits, const Export& mail,
                                          const std::vector<MessageIndex>& wanted,
                                          const mail::TokenCatalogue& catalogue,
                                          std::vector<InputReport>& inputs);

}  // namespace threadlint
