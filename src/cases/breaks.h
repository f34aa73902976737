// Where a case's thread was broken, and which message carried it.
#pragma once

#include "cases/links.h"
#include "cases/strong_links.h"

#include <threadlint/case.h>

#include <span>
#include <vector>

namespace threadlint::cases {

// The address that an answer to the mail goes to (RFC 5322 section 3.6.2): the first of Reply-To,
// else From. 0 if there is none.
StringId AnswerAddress(const Export& mail, const Message& message);

// Finds the breaks of one case, oldest first. `messages` is the case in order of time, sides and
// segments set. Not breaks: tokens that are new in each mail by design, folding that does no harm,
// a transfer that keeps the token, machines' mail without token, a token that moved to another
// recipient field, what follows from an earlier break. `steps` is added to.
std::vector<Break> FindBreaks(const Known& known, const ReplyLinks& replies,
                              std::span<const CaseMessage> messages, uint64_t& steps);

// The breaks that overruled links show, one each; those whose two mails are in one case after all
// are none. `case_of` is by message.
std::vector<Break> BreaksOf(const Known& known, std::span<const Overruled> overruled,
                            std::span<const uint32_t> case_of);

}  // namespace threadlint::cases
