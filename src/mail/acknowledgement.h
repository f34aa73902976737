// Whether a text only confirms that a mail came in, or only asks to be rated.
#pragma once

#include "mail/link_sentences.h"

#include <span>
#include <string_view>

namespace threadlint::mail {

struct Purpose {
  bool acknowledges = false;
  bool asks_for_rating = false;
};

// Of the own text. Every sentence must be of a kind that such mails consist of (receipt, when an
// answer will come, the number, hints, courtesy; or the plea to rate), clause by clause, and at
// least one must say the thing itself. A mail that says anything else besides is neither.
Purpose ReadPurpose(std::span<const Paragraph> paragraphs);

// A sentence that says nothing of a matter: greetings, closings, receipts, what stands below every
// mail of a desk.
bool IsBoilerplate(std::string_view sentence);

}  // namespace threadlint::mail
