// The sweep that reads whole the mails which somebody wants to show as they are.
#pragma once

#include "source/inventory.h"

#include <threadlint/lint.h>
#include <threadlint/rule.h>

#include <span>

namespace threadlint {

// Asks options.exhibits which, fills report.exhibits in file order, and gives each mail to
// options.raw_mail, unless the report is to be redacted. Does nothing without options.exhibits.
// `read`: what was read of the mails, by message; may be empty.
void ReadExhibits(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, std::span<const ReadMessage> read, Report& report);

}  // namespace threadlint
