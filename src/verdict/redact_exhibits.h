// What a case file shows of mails, without what tells who somebody is.
#pragma once

#include "verdict/redact_text.h"

#include <threadlint/report.h>

#include <span>

namespace threadlint::verdict {

// Finds the names and numbers that the exhibit's texts hold; to be called for all of them before
// the first is masked, so that what one of them tells is masked in the others too.
void LearnFrom(const Exhibit& exhibit, std::span<const NameIndex> here, TextMask& texts);

// Fields that only machines read are left out and counted: they hold names of hosts and numbers
// that nobody can tell from codes. Hashes of what hangs on the mail are cleared: a form that
// everybody has would be known by its own.
void RedactExhibit(std::span<const NameIndex> here, TextMask& texts, Exhibit& exhibit);

}  // namespace threadlint::verdict
