#include "mail/link_figures.h"

#include "mail/acknowledgement.h"
#include "mail/link_hashes.h"
#include "util/ascii.h"

#include <algorithm>
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

// Output of programs, code, tables: signs that sentences do not have.
bool IsNoProse(std::string_view sentence) {
  return sentence.find_first_of("|{}=_\\<>@") != std::string_view::npos ||
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

// Lines that are read as one text.
struct Run {
  std::span<const std::string_view> lines;
  uint32_t paragraph = 0;
  bool last = false;  // of that voice
};

// The runs of the paragraphs of that voice: a paragraph with its lines taken as wrapped, then its
// pieces that the writer ended himself, then, of own text, each line, so that no sentence seems to
// be the only one of its kind because of where lines end.
std::vector<Run> RunsOf(std::span<const Paragraph> paragraphs, LineVoice voice) {
  std::vector<Run> out;
  const auto has_voice = [&](const Paragraph& paragraph) { return paragraph.voice == voice; };
  const auto end = std::find_if(paragraphs.rbegin(), paragraphs.rend(), has_voice);
  for (const Paragraph& paragraph : paragraphs) {
    const std::span<const std::string_view> lines = paragraph.lines;
    if (paragraph.voice != voice || lines.empty()) continue;
    const auto ordinal = static_cast<uint32_t>(&paragraph - paragraphs.data());
    const bool last = &paragraph == &*end;
    out.push_back({lines, ordinal, last});
    if (lines.size() < 2) continue;
    for (const auto piece : SplitAtShortLines(lines))
      out.push_back({piece, ordinal, last && &piece.back() == &lines.back()});
    if (voice == LineVoice::kOwn)
      for (size_t k = 0; k < lines.size(); ++k)
        out.push_back({lines.subspan(k, 1), ordinal, last && k + 1 == lines.size()});
  }
  return out;
}

// Calls take(sentence, skeleton) for each that is kept, until it returns false.
template <typename Take>
bool ForSentences(const Run& run, std::string_view joined, LineVoice voice, const Take& take) {
  for (const std::string_view sentence : SplitSentences(joined)) {
    if (!HasDigit(sentence) || IsMadeByProgram(sentence)) continue;
    const bool may_be_cut = voice == LineVoice::kQuoted && run.last &&
                            util::IsDigit(sentence.back()) &&
                            sentence.data() + sentence.size() == joined.data() + joined.size();
    if (may_be_cut || IsBoilerplate(sentence)) continue;
    const std::string skeleton = TextWithoutNumbers(sentence);
    const auto numbers = std::ranges::count(skeleton, '0');
    if (numbers == 0 || numbers > kMostNumbers || CountLetters(skeleton) < kFewestLetters) continue;
    if (!take(sentence, skeleton)) return false;
  }
  return true;
}

}  // namespace

std::vector<FigureSentence> ReadFigures(std::span<const Paragraph> paragraphs, LineVoice voice) {
  std::vector<FigureSentence> out;
  std::unordered_set<uint64_t> seen;
  for (const Run& run : RunsOf(paragraphs, voice)) {
    const std::string joined = JoinLines(run.lines);
    if (!HasDigit(joined)) continue;
    ForSentences(run, joined, voice, [&](std::string_view sentence, std::string_view skeleton) {
      FigureSentence figures;
      figures.hash = HashText(ComparableText(sentence));
      figures.skeleton = HashText(skeleton);
      figures.paragraph = run.paragraph;
      figures.letters = static_cast<uint32_t>(CountLetters(skeleton));
      if (seen.insert(figures.hash).second) out.push_back(figures);
      return out.size() < kMostFigures;
    });
    if (out.size() >= kMostFigures) break;
  }
  return out;
}

Passage FindFigures(std::string_view main_text, LineVoice voice, uint64_t skeleton) {
  Passage out;
  const std::vector<TextLine> lines = ReadLines(main_text);
  const std::vector<Paragraph> paragraphs = ReadParagraphs(lines);
  for (const Run& run : RunsOf(paragraphs, voice)) {
    const std::string joined = JoinLines(run.lines);
    if (!HasDigit(joined)) continue;
    const bool none = ForSentences(
        run, joined, voice, [&](std::string_view sentence, std::string_view without_numbers) {
          if (HashText(without_numbers) != skeleton) return true;
          out.text = std::string(sentence);
          auto at = static_cast<size_t>(sentence.data() - joined.data());
          for (const std::string_view line : run.lines) {
            if (at < line.size()) {
              out.begin = static_cast<size_t>(line.data() - main_text.data()) + at;
              out.line_length = std::min(sentence.size(), line.size() - at);
              break;
            }
            at -= line.size() + 1;
          }
          return false;
        });
    if (!none) break;
  }
  return out;
}

}  // namespace threadlint::mail
