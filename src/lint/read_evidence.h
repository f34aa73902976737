// The last sweep: verbatim evidence, hashes and line numbers for the findings that are reported.
#pragma once

#include "source/inventory.h"

#include <threadlint/lint.h>

namespace threadlint {

// Fills path, offset, line and quote of all evidence in report.findings, and report.sha256 of the
// mails concerned (of all mails with options.hashes).
void ReadEvidence(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, Report& report);

}  // namespace threadlint
