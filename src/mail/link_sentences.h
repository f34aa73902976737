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
  std::span<const TextLine> lines;
  LineVoice voice = LineVoice::kOwn;  // or kQuoted, which forwarded text counts as, or kFooter
};

// An empty line, a change of quotation level or voice, and an item of a list end a paragraph.
// Only what its writer or somebody else says is in one, and footers, which tell what a mail is for.
std::vector<Paragraph> ReadParagraphs(std::span<const TextLine> lines);

// A paragraph as one text, and where its lines stand in it.
class ParagraphText {
 public:
  explicit ParagraphText(std::span<const TextLine> lines);
  ParagraphText(const ParagraphText&) = delete;
  ParagraphText& operator=(const ParagraphText&) = delete;

  // The lines with a blank between them.
  std::string_view Text() const { return text_; }
  std::span<const std::string_view> Lines() const { return lines_; }
  // Up to and with each line that stops short of where a program would have wrapped it: the writer
  // ended it himself. One piece if there is none but the last.
  std::vector<std::string_view> Pieces() const;

 private:
  std::string text_;
  std::vector<std::string_view> lines_;  // of text_
};

// The lines with line ends between them: what tells paragraphs apart. `memory` holds them if there
// are several.
std::string_view LinesAsText(std::span<const TextLine> lines, std::string& memory);

// At . ! ? ... and their wide forms, where a sentence can begin behind them.
std::vector<std::string_view> SplitSentences(std::string_view text);

// What a piece of a text, which ends and begins at ends of lines, has of the text's sentences: what
// SplitSentences() gives of the piece alone.
struct SentencePart {
  std::string_view text;
  bool cut = false;  // the sentence goes on in the text before the piece, or behind it
};
std::vector<SentencePart> PartsIn(std::string_view piece,
                                  std::span<const std::string_view> sentences);

}  // namespace threadlint::mail
