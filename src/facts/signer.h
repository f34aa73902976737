// Who signs a mail.
#pragma once

#include "facts/language.h"
#include "facts/reading.h"
#include "mail/own_text.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace threadlint::facts {

// The name of a person below the writer's words, a view into that line; none if a department signs
// or nobody does.
std::optional<std::string_view> FindSigner(std::span<const mail::TextLine> lines,
                                           const Languages& languages);

// Its words folded, without titles and what stands in brackets; initials are words of one letter.
std::vector<WordId> WordsOfName(std::string_view name);

}  // namespace threadlint::facts
