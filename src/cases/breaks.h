// Where a case's reply token changed or went.
#pragma once

#include "cases/token_table.h"

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <cstdint>
#include <vector>

namespace threadlint::cases {

// The address that an answer to the mail goes to (RFC 5322 section 3.6.2): the first of Reply-To,
// else From. 0 if there is none.
StringId AnswerAddress(const Export& mail, const Message& message);

// Finds the breaks of one case, oldest first. `messages` is the case in order of time, sides and
// tokens set. A token that comes back later in the desk's mails was not lost, unless the customer
// answered meanwhile without it.
std::vector<Break> FindTokenBreaks(const Export& mail, const TokenTable& tokens,
                                   std::span<const CaseMessage> messages);

}  // namespace threadlint::cases
