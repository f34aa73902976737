// Answers that send the customer somewhere else.
#pragma once

#include "facts/reading.h"

#include <threadlint/rule.h>

#include <string_view>
#include <vector>

namespace threadlint::rules {

// Mails of people of the desk that say little else than that. `to` is the mark of their sentences;
// `where` says in the finding's text where they send the customer.
std::vector<Finding> FindReferrals(const CaseView& view, facts::Mark to, std::string_view where);

}  // namespace threadlint::rules
