// Words and marks of a folded sentence.
#pragma once

#include "facts/lexicon.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace threadlint::facts {

struct TextToken {
  std::string_view text;  // a word, a compound of the lexicon, a number, or one mark of punctuation
  uint32_t begin = 0;     // bytes of the folded text
  WordClasses classes = 0;
  WordId id = 0;
  const WordEntry* entry = nullptr;  // of the text; never null where Tokenize gave it
  bool word = false;                 // no number, and no sign; "p60" is a word
  bool Is(WordClass c) const { return (classes & Bit(c)) != 0; }
  bool IsAny(WordClasses set) const { return (classes & set) != 0; }
  uint32_t end() const { return begin + static_cast<uint32_t>(text.size()); }
};

// The lexicon must stand as long as the tokens do.
std::vector<TextToken> Tokenize(std::string_view folded, const Lexicon& lexicon);

}  // namespace threadlint::facts
