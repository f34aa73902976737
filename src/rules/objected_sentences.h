// Two sentences of the desk of which nothing tells that they cannot both hold but the customer, who
// sets the one against the other.
#pragma once

#include "rules/contradictions.h"
#include "rules/pair_context.h"

#include <vector>

namespace threadlint::rules {

// "You wrote that it had gone out": what the desk said before and what it says now, where one of
// the two is said to be and the other not to be. Of kind kStatus or kPolicy.
std::vector<Contradiction> FindObjectedSentences(const PairContext& context, StatementKind kind,
                                                 Later later);

}  // namespace threadlint::rules
