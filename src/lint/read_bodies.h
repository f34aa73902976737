// The sweep that reads bodies, between the two halves of barrier 1.
#pragma once

#include "lint/read_facts.h"
#include "mail/link_reading.h"
#include "source/inventory.h"

#include <threadlint/lint.h>

#include <vector>

namespace threadlint {

struct Bodies {
  std::vector<mail::LinkReading> links;  // one each, in order; fewer if the run was interrupted
  std::vector<Said> said;                // by message, ascending
};

// Reads the mails `wanted` for links; those of `conversed`, some of them, for what they say as
// well, as each is decoded once. Both ascending. A mail that cannot be read a second time has an
// empty reading and a note at its input; what is odd about a body goes to Message::notes.
Bodies ReadBodies(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, Export& mail,
                  const std::vector<MessageIndex>& wanted,
                  const std::vector<MessageIndex>& conversed, const mail::TokenCatalogue& catalogue,
                  const FactReader& facts, std::vector<InputReport>& inputs);

}  // namespace threadlint
