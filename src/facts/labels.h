// What a sentence says a value of: "the excess is £250", "a £30 closure fee", "the fit is €165".
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
  bool listed = false;  // its noun or verb stands in a list `label`
};

// `all`: the values of the sentence, of which `value` is one. The label (word list `label`) of the
// value's kind that stands nearest to it in its clause, with the words that tell which one is
// meant; nouns that only say that it is a value ("amount", list `holder`) count if there is no
// other. Without a label, the noun that the value is said to be of.
std::optional<LabelRange> FindLabel(std::span<const TextToken> tokens, const Folded& folded,
                                    std::span<const Value> all, const Value& value);

}  // namespace threadlint::facts
