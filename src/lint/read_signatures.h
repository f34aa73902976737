// Fills Report::signatures.
#pragma once

#include "mail/dkim_key.h"
#include "source/inventory.h"

#include <threadlint/lint.h>

namespace threadlint {

// The keys of Options::dkim_keys. Throws std::invalid_argument, "name:line: what".
mail::DkimKeys ReadKeys(const Options& options);

void ReadSignaturesOfMails(const Options& options, const mail::DkimKeys& keys,
                           const source::Inventory& inventory, const source::Limits& limits,
                           Report& report);

}  // namespace threadlint
