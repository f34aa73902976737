// DKIM signatures with pseudonyms in them.
#pragma once

#include "verdict/pseudonyms.h"
#include "verdict/redact_people.h"

#include <threadlint/report.h>

namespace threadlint::verdict {

// Domains, addresses, selectors and hosts get pseudonyms; of what a mail may write freely, only the
// words of the standards stay.
void RedactSignatures(SignedMail& mail, People& people, Pseudonyms& pseudonyms);

}  // namespace threadlint::verdict
