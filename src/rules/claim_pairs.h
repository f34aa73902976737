// When two claims of the desk cannot both hold, and when one denies what the other says.
#pragma once

#include "rules/contradictions.h"
#include "rules/pair_context.h"

#include <optional>

namespace threadlint::rules {

// Of two claims, by the topics that the wording files declare.
std::optional<Contradiction> CompareClaims(const PairContext& context, const Statement& a,
                                           const Statement& b);

// "Is available", and then "is not available": not the other way round, which things come to be.
std::optional<Contradiction> CompareDenials(const PairContext& context, const Statement& a,
                                            const Statement& b);

}  // namespace threadlint::rules
