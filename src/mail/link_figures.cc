#include "mail/link_figures.h"

#include "mail/acknowledgement.h"
#include "mail/link_hashes.h"
#include "util/ascii.h"
#include "util/memo.h"

#include <algorithm>
#include <array>

namespace threadlint::mail {

namespace {

constexpr size_t kFewestLetters = 25;
constexpr std::ptrdiff_t kMostNumbers = 5;  // more are a table or a log

bool HasDigit(std::string_view text) { return std::ranges::any_of(text, util::IsDigit); }

// "2)", "(3)", "4.": of an item of a list.
bool IsItemNumber(std::string_view word) {
  constexpr size_t kLongest = 3;
  if (word.starts_with('(')) word.remove_prefix(1);
  if (word.empty() || word.size() > kLongest + 1) return false;
  return (word.back() == ')' || word.back() == '.') && word.size() > 1 &&
         std::ranges::all_of(word.substr(0, word.size() - 1), util::IsDigit);
}

// Programs number lists anew. At the beginning, or behind what ends a sentence: "on the 3." is
// something else.
bool IsNumbered(std::string_view sentence) {
  bool may_begin = true;
  for (size_t at = 0; at < sentence.size();) {
    const size_t end = std::min(sentence.find(' ', at), sentence.size());
    const std::string_view word = sentence.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (may_begin && IsItemNumber(word)) return true;
    may_begin = std::string_view(".?!:;*-").find(word.back()) != std::string_view::npos;
  }
  return false;
}

// "[3]": a footnote that a program made of a link.
bool HasFootnote(std::string_view sentence) {
  for (size_t at = 0; (at = sentence.find('[', at)) != std::string_view::npos; ++at) {
    size_t end = at + 1;
    while (end < sentence.size() && util::IsDigit(sentence[end])) ++end;
    if (end > at + 1 && end < sentence.size() && sentence[end] == ']') return true;
  }
  return false;
}

// "************1111", "4111XXXX", "12...": part of the number is not shown.
bool IsMasked(std::string_view sentence) {
  for (const std::string_view mask :
       {"**", "##", "xx", "XX", "..", "__", "\xE2\x80\xA2", "\xE2\x80\xA6", "\xE2\x96\x87",
        "\xE2\x96\x88", "\xE2\x97\x8F"})
    for (size_t at = 0; (at = sentence.find(mask, at)) != std::string_view::npos; ++at) {
      const size_t end = at + mask.size();
      if ((at > 0 && util::IsDigit(sentence[at - 1])) ||
          (end < sentence.size() && util::IsDigit(sentence[end])))
        return true;
    }
  return false;
}

// Ends as what stands over a quotation ends.
bool IsAttribution(std::string_view sentence) {
  return sentence.ends_with(':') || sentence.ends_with("\xEF\xBC\x9A");
}

// Signs that sentences do not have.
constexpr std::array<bool, 256> kNoProse = [] {
  std::array<bool, 256> out{};
  for (const char c : {'|', '{', '}', '=', '_', '\\', '<', '>', '@'})
    out[static_cast<unsigned char>(c)] = true;
  return out;
}();

// Output of programs, code, tables.
bool IsNoProse(std::string_view sentence) {
  return std::ranges::any_of(sentence,
                             [](char c) { return kNoProse[static_cast<unsigned char>(c)]; }) ||
         sentence.find("(+)") != std::string_view::npos ||
         sentence.find("://") != std::string_view::npos || sentence.ends_with(';');
}

bool IsMadeByProgram(std::string_view sentence) {
  return IsNoProse(sentence) || IsNumbered(sentence) || HasFootnote(sentence) ||
         IsMasked(sentence) || IsAttribution(sentence);
}

size_t CountLetters(std::string_view skeleton) {
  return static_cast<size_t>(std::ranges::count_if(
      skeleton, [](char c) { return c != '0' && (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// What is compared of a sentence with numbers; without letters if it is not kept.
FigureSentence FiguresOf(std::string_view sentence) {
  FigureSentence out;
  if (IsMadeByProgram(sentence)) return out;
  const std::string skeleton = TextWithoutNumbers(sentence);
  const auto numbers = std::ranges::count(skeleton, '0');
  const size_t letters = CountLetters(skeleton);
  if (numbers == 0 || numbers > kMostNumbers || letters < kFewestLetters || IsBoilerplate(sentence))
    return out;
  out.hash = HashText(ComparableText(sentence));
  out.skeleton = HashSkeleton(skeleton);
  out.letters = static_cast<uint32_t>(letters);
  return out;
}

const FigureSentence& KnownFiguresOf(std::string_view sentence) {
  constexpr size_t kKnown = 4096;
  thread_local util::Memo<FigureSentence, kKnown> known;
  return known.Of(sentence, FiguresOf);
}

enum class Ending : uint8_t { kWhole, kMayBeCut };

// A quotation can be cut where its last paragraph ends.
Ending EndingOf(const Paragraph& paragraph, std::span<const Paragraph> paragraphs) {
  if (paragraph.voice != LineVoice::kQuoted) return Ending::kWhole;
  const Paragraph* const behind = paragraphs.data() + paragraphs.size();
  const bool last = std::none_of(&paragraph + 1, behind, [](const Paragraph& other) {
    return other.voice == LineVoice::kQuoted;
  });
  return last ? Ending::kMayBeCut : Ending::kWhole;
}

void AddOnce(const FigureSentence& figures, std::vector<FigureSentence>& out) {
  if (std::ranges::find(out, figures.hash, &FigureSentence::hash) == out.end())
    out.push_back(figures);
}

// Calls take(sentence, its figures, the paragraph's text) for those that are kept, until it returns
// false: the sentences of the paragraph with its lines taken as wrapped, then what the ends of its
// pieces, which the writer ended himself, make of them, then, of own text, what each line's end
// does, so that no sentence seems to be the only one of its kind because of where lines end.
template <typename Take>
bool ForSentences(const Paragraph& paragraph, Ending ending, const Take& take) {
  if (std::ranges::none_of(paragraph.lines, HasDigit, &TextLine::text)) return true;
  const ParagraphText text(paragraph.lines);
  const char* const text_end = text.Text().data() + text.Text().size();
  const auto use = [&](std::string_view sentence) {
    if (!HasDigit(sentence)) return true;
    if (ending == Ending::kMayBeCut && util::IsDigit(sentence.back()) &&
        sentence.data() + sentence.size() == text_end)
      return true;
    const FigureSentence& figures = KnownFiguresOf(sentence);
    return figures.letters == 0 || take(sentence, figures, text);
  };
  const std::vector<std::string_view> sentences = SplitSentences(text.Text());
  const auto use_cut = [&](std::string_view piece) {
    return std::ranges::all_of(PartsIn(piece, sentences), [&](const SentencePart& part) {
      return !part.cut || use(part.text);
    });
  };
  if (!std::ranges::all_of(sentences, use)) return false;
  if (text.Lines().size() < 2) return true;
  if (!std::ranges::all_of(text.Pieces(), use_cut)) return false;
  return paragraph.voice != LineVoice::kOwn || std::ranges::all_of(text.Lines(), use_cut);
}

// Each once, at most kMostFigures; the paragraph's number is left to the caller.
std::vector<FigureSentence> FiguresIn(const Paragraph& paragraph, Ending ending) {
  std::vector<FigureSentence> out;
  ForSentences(paragraph, ending,
               [&](std::string_view, const FigureSentence& figures, const ParagraphText&) {
                 AddOnce(figures, out);
                 return out.size() < kMostFigures;
               });
  return out;
}

}  // namespace

std::vector<FigureSentence> ReadFigures(std::span<const Paragraph> paragraphs, LineVoice voice) {
  constexpr size_t kKnown = 8192;
  thread_local util::Memo<std::vector<FigureSentence>, kKnown> known;
  std::vector<FigureSentence> out;
  std::string memory;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.voice != voice) continue;
    const Ending ending = EndingOf(paragraph, paragraphs);
    const uint64_t kind = static_cast<uint64_t>(voice) * 2 + static_cast<uint64_t>(ending);
    for (FigureSentence figures : known.Of(
             LinesAsText(paragraph.lines, memory),
             [&](auto) { return FiguresIn(paragraph, ending); }, kind)) {
      figures.paragraph = static_cast<uint32_t>(&paragraph - paragraphs.data());
      AddOnce(figures, out);
      if (out.size() >= kMostFigures) return out;
    }
  }
  return out;
}

Passage FindFigures(std::string_view main_text, LineVoice voice, uint64_t skeleton) {
  Passage out;
  const std::vector<TextLine> lines = ReadLines(main_text);
  const std::vector<Paragraph> paragraphs = ReadParagraphs(lines);
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.voice != voice) continue;
    const auto take = [&](std::string_view sentence, const FigureSentence& figures,
                          const ParagraphText& text) {
      if (figures.skeleton != skeleton) return true;
      out.text = std::string(sentence);
      // The first of its lines, in the text that the lines are of.
      const auto line =
          std::ranges::upper_bound(text.Lines(), sentence.data(), {},
                                   [](std::string_view l) { return l.data() + l.size(); });
      const std::string_view in_mail =
          paragraph.lines[static_cast<size_t>(line - text.Lines().begin())].text;
      const auto at = static_cast<size_t>(sentence.data() - line->data());
      out.begin = static_cast<size_t>(in_mail.data() - main_text.data()) + at;
      out.line_length = std::min(sentence.size(), in_mail.size() - at);
      return false;
    };
    if (!ForSentences(paragraph, EndingOf(paragraph, paragraphs), take)) break;
  }
  return out;
}

}  // namespace threadlint::mail
