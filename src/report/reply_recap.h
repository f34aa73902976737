// What a case came to, in a few dated sentences of the customer, quoted from its mails.
#pragma once

#include "report/reply.h"

namespace threadlint::report {

// Fills in the text to paste; the parts of the case are known.
void WriteRecap(const Report& report, Reply& reply);

}  // namespace threadlint::report
