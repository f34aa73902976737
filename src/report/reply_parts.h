// What a case goes by at the desk, from its mails: every address and number it gave, and which of
// them is the one to answer to.
#pragma once

#include "report/reply.h"

namespace threadlint::report {

// Fills in all but the text to paste.
void FindReplyParts(const Report& report, Reply& reply);

}  // namespace threadlint::report
