// The sentences of a mail's own text, as people write mail: with hard line ends, lists, labels,
// and often without capitals or stops.
#pragma once

#include "mail/own_text.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace threadlint::facts {

inline constexpr uint32_t kNoSentence = UINT32_MAX;
// A longer one is cut at a blank.
inline constexpr size_t kLongestSentence = 2000;

// A range of bytes of the main text, without outer blanks. It can run over line ends within a
// paragraph.
struct Sentence {
  uint32_t begin = 0, length = 0;
  uint32_t paragraph = 0;    // ordinal; an empty line or a line of another voice ends one
  bool question = false;     // ends with a question mark, whatever stands behind it
  bool item = false;         // entry of a list: "- x", "1. x", "a) x"; begins behind the mark
  bool after_colon = false;  // stands below a line that ends with ':' and introduces it
  uint32_t introduced_by = kNoSentence;  // index of that sentence, if after_colon
};

// `lines` as mail::ReadLines(main_text) gives them: their texts are views into `main_text` (UTF-8,
// LF). Lines of a voice other than kOwn end a sentence and are in none. Linear.
std::vector<Sentence> SplitSentences(std::string_view main_text,
                                     std::span<const mail::TextLine> lines);

}  // namespace threadlint::facts
