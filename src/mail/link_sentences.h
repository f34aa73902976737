// Lines put together to paragraphs and taken apart to sentences: mail programs wrap lines anew when
// they quote, but leave sentences alone.
#pragma once

#include "mail/own_text.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

struct Paragraph {
  std::vector<std::string_view> lines;  // views into the text of the lines
  LineVoice voice = LineVoice::kOwn;    // or kQuoted, which forwarded text counts as, or kFooter
};

// An empty line, a change of quotation level or voice, and an item of a list end a paragraph.
// Only what its writer or somebody else says is in one, and footers, which tell what a mail is for.
std::vector<Paragraph> ReadParagraphs(std::span<const TextLine> lines);

// The lines with a blank between them.
std::string JoinLines(std::span<const std::string_view> lines);

// The lines of a paragraph up to and with each that stops short of where a program would have
// wrapped it: the writer ended it himself. One element if there is none but the last.
std::vector<std::span<const std::string_view>> SplitAtShortLines(
    std::span<const std::string_view> lines);
// The same, each joined.
std::vector<std::string> JoinWrapped(const Paragraph& paragraph);

// At . ! ? ... and their wide forms, where a sentence can begin behind them.
std::vector<std::string_view> SplitSentences(std::string_view text);

}  // namespace threadlint::mail
