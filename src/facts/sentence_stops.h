// Where a sentence ends within a run of text.
#pragma once

#include <cstddef>
#include <string_view>

namespace threadlint::facts::sentences {

// The stop at `at` ends a sentence: gives where it ends, behind further stops, closing quotation
// marks and smileys; 0: none ends there. `capitals`: the writer begins sentences with them. Looks a
// bounded way around.
size_t SentenceEnd(std::string_view text, size_t at, bool capitals);

// A byte that SentenceEnd() may say more of.
constexpr bool MayStop(char c) {
  return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == '=' || c == '\xE2' ||
         c == '\xE3' || c == '\xEF' || c == '\xF0';
}

// Ends with a question mark, or begins with an inverted one; smileys and other stops may follow.
bool IsQuestion(std::string_view sentence);

}  // namespace threadlint::facts::sentences
