// What a sentence says a value of: "the excess is £250", "a £30 closure fee".
#pragma once

#include "facts/folded.h"
#include "facts/lexicon.h"
#include "facts/tokens_of.h"
#include "facts/value.h"

#include <cstddef>
#include <optional>
#include <span>

namespace threadlint::facts {

// Bytes of the folded text that name it.
struct LabelRange {
  size_t begin = 0, end = 0;
};

// The label (word list `label`) of the value's kind that stands nearest to it in its clause, with
// the words that tell which one is meant. None if there is no label.
std::optional<LabelRange> FindLabel(std::span<const TextToken> tokens, const Folded& folded,
                                    const Value& value, const Lexicon& lexicon);

}  // namespace threadlint::facts
