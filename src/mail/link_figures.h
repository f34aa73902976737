// Sentences that state numbers (amounts, dates, order numbers, durations), comparable with what
// another mail says in the same words.
#pragma once

#include "mail/link_reading.h"
#include "mail/link_sentences.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

inline constexpr size_t kMostFigures = 64;

// Those in that voice, each once, in order, at most kMostFigures. Left out is what says too little
// to be told from another sentence (fewer than 25 letters), what is no prose (output of programs,
// tables, addresses, more than five numbers), and numbers that programs make: of list items,
// footnotes and attributions, masked ones, and one on which a quotation ends, for it may be cut.
std::vector<FigureSentence> ReadFigures(std::span<const Paragraph> paragraphs, LineVoice voice);

// A sentence as it stands in a text, without quotation marks and line ends.
struct Passage {
  std::string text;
  size_t begin = 0;        // of its first byte in the text
  size_t line_length = 0;  // bytes of it that stand on its first line
};

// The first one of that skeleton in that voice; an empty one if there is none. `main_text` as
// MainText() gives it.
Passage FindFigures(std::string_view main_text, LineVoice voice, uint64_t skeleton);

}  // namespace threadlint::mail
