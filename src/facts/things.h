// The things that a part of a sentence names: "your order number and a photo of the damage" are
// two.
#pragma once

#include "facts/folded.h"
#include "facts/lexicon.h"
#include "facts/reading.h"
#include "facts/tokens_of.h"

#include <span>
#include <vector>

namespace threadlint::facts {

// `tokens` of the sentence whose `folded` text they are; those in [begin, end) of it name the
// things. `wants_action`: they are to be done. Words go to reading.thing_words.
std::vector<Thing> ReadThings(std::span<const TextToken> tokens, const Folded& folded, size_t begin,
                              size_t end, bool wants_action, const Lexicon& lexicon,
                              Reading& reading);

}  // namespace threadlint::facts
