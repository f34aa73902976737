#include "mail/link_figures.h"

#include "mail/acknowledgement.h"
#include "mail/link_hashes.h"
#include "util/ascii.h"
#include "util/memo.h"

#include <algorithm>
#include <array>
#include <unordered_set>

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

// Calls take(sentence, its figures, the paragraph's number, its text) for those in that voice that
// are kept, until it returns false: the sentences of each paragraph with its lines taken as
// wrapped, then what the ends of its pieces, which the writer ended himself, make of them, then, of
// own text, what each line's end does, so that no sentence seems to be the only one of its kind
// because of where lines end.
template <typename Take>
void ForSentences(std::span<const Paragraph> paragraphs, LineVoice voice, const Take& take) {
  const auto has_voice = [&](const Paragraph& paragraph) { return paragraph.voice == voice; };
  const auto end = std::find_if(paragraphs.rbegin(), paragraphs.rend(), has_voice);
  for (const Paragraph& paragraph : paragraphs) {
    if (!has_voice(paragraph) || std::ranges::none_of(paragraph.lines, HasDigit)) continue;
    const ParagraphText text(paragraph.lines);
    const char* const text_end = text.Text().data() + text.Text().size();
    const bool may_be_cut = voice == LineVoice::kQuoted && &paragraph == &*end;
    const auto use = [&](std::string_view sentence) {
      if (!HasDigit(sentence)) return true;
      if (may_be_cut && util::IsDigit(sentence.back()) &&
          sentence.data() + sentence.size() == text_end)
        return true;
      const FigureSentence& figures = KnownFiguresOf(sentence);
      if (figures.letters == 0) return true;
      return take(sentence, figures, static_cast<uint32_t>(&paragraph - paragraphs.data()), text);
    };
    const std::vector<std::string_view> sentences = SplitSentences(text.Text());
    const auto use_cut = [&](std::string_view piece) {
      return std::ranges::all_of(PartsIn(piece, sentences), [&](const SentencePart& part) {
        return !part.cut || use(part.text);
      });
    };
    if (!std::ranges::all_of(sentences, use)) return;
    if (text.Lines().size() < 2) continue;
    if (!std::ranges::all_of(text.Pieces(), use_cut)) return;
    if (voice == LineVoice::kOwn && !std::ranges::all_of(text.Lines(), use_cut)) return;
  }
}

}  // namespace

std::vector<FigureSentence> ReadFigures(std::span<const Paragraph> paragraphs, LineVoice voice) {
  std::vector<FigureSentence> out;
  std::unordered_set<uint64_t> seen;
  ForSentences(
      paragraphs, voice,
      [&](std::string_view, FigureSentence figures, uint32_t paragraph, const ParagraphText&) {
        figures.paragraph = paragraph;
        if (seen.insert(figures.hash).second) out.push_back(figures);
        return out.size() < kMostFigures;
      });
  return out;
}

Passage FindFigures(std::string_view main_text, LineVoice voice, uint64_t skeleton) {
  Passage out;
  const std::vector<TextLine> lines = ReadLines(main_text);
  const std::vector<Paragraph> paragraphs = ReadParagraphs(lines);
  ForSentences(paragraphs, voice,
               [&](std::string_view sentence, const FigureSentence& figures, uint32_t paragraph,
                   const ParagraphText& text) {
                 if (figures.skeleton != skeleton) return true;
                 out.text = std::string(sentence);
                 // The first of its lines, in the text that the lines are of.
                 const auto line = std::ranges::upper_bound(
                     text.Lines(), sentence.data(), {},
                     [](std::string_view l) { return l.data() + l.size(); });
                 const std::string_view in_mail =
                     paragraphs[paragraph].lines[static_cast<size_t>(line - text.Lines().begin())];
                 const auto at = static_cast<size_t>(sentence.data() - line->data());
                 out.begin = static_cast<size_t>(in_mail.data() - main_text.data()) + at;
                 out.line_length = std::min(sentence.size(), in_mail.size() - at);
                 return false;
               });
  return out;
}

}  // namespace threadlint::mail
