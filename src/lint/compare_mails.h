// Which mails are copies of each other: reads those that share an id, or have none.
#pragma once

#include "source/inventory.h"

#include <threadlint/lint.h>

#include <map>
#include <string>
#include <vector>

namespace threadlint {

// Sets copy_of, id_collides, identity and lasting in `mail`, and `sha256` for the mails that were
// read.
void CompareMails(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, Export& mail,
                  std::map<MessageIndex, std::string>& sha256, std::vector<InputReport>& inputs);

}  // namespace threadlint
