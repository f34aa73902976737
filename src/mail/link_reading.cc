#include "mail/link_reading.h"

#include "mail/acknowledgement.h"
#include "mail/link_figures.h"
#include "mail/link_hashes.h"
#include "mail/link_returned.h"
#include "mail/link_sentences.h"
#include "mail/reference_number.h"
#include "util/ascii.h"

#include <algorithm>
#include <functional>
#include <span>

namespace threadlint::mail {

namespace {

// What a mail says of its matter stands at its beginning; logs and tables go on for megabytes.
constexpr size_t kReadText = size_t{1} << 20;

bool IsOwn(LineVoice voice) { return voice == LineVoice::kOwn; }
bool IsOthersOrHeading(LineVoice voice) {
  return IsOthersVoice(voice) || voice == LineVoice::kHeading;
}

// The lines whose voice is taken as one text, with an empty line where others stood between.
template <typename Take>
std::string TextOf(std::span<const TextLine> lines, const Take& take) {
  std::string out;
  for (const TextLine& line : lines) {
    if (take(line.voice)) out += line.text;
    if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
  }
  return out;
}

}  // namespace

namespace {

// Desks put their mark below everything, an unmarked quotation included: a last line that is a
// token and nothing else.
std::vector<TokenMatch> StampOf(const std::vector<TextLine>& lines,
                                const TokenCatalogue& catalogue) {
  for (size_t i = lines.size(); i-- > 0;) {
    if (lines[i].text.empty()) continue;
    if (lines[i].depth > 0) return {};
    std::vector<TokenMatch> found = catalogue.Find(TokenPlace::kBody, lines[i].text);
    std::erase_if(found, [&](const TokenMatch& match) {
      const auto is_word = [](char c) { return util::IsAlnum(c); };
      const std::string_view before = lines[i].text.substr(0, match.begin);
      const std::string_view after = lines[i].text.substr(match.end);
      return std::ranges::any_of(before, is_word) || std::ranges::any_of(after, is_word);
    });
    return found;
  }
  return {};
}

}  // namespace

LinkReading ReadForLinks(const Body& body, const TokenCatalogue& catalogue) {
  LinkReading out;
  out.returned_ids = ReturnedIds(body);
  const std::string_view text = BeginningOf(body.text(), kReadText);
  out.has_text = !util::Trim(text).empty();
  if (!out.has_text) return out;

  const bool whole = text.size() == body.text().size();
  out.cut = !whole;
  std::vector<TextLine> of_beginning;
  if (!whole) of_beginning = ReadLines(text);
  const std::vector<TextLine>& lines = whole ? body.lines() : of_beginning;
  const std::vector<Paragraph> paragraphs = ReadParagraphs(lines);
  out.own_lines = HashSentences(paragraphs, LineVoice::kOwn);
  out.quoted_lines = HashSentences(paragraphs, LineVoice::kQuoted);
  if (whole) {  // of half a text nobody knows what else it says
    out.own_figures = ReadFigures(paragraphs, LineVoice::kOwn);
    out.quoted_figures = ReadFigures(paragraphs, LineVoice::kQuoted);
  }
  const Purpose purpose = ReadPurpose(paragraphs);
  out.acknowledges = purpose.acknowledges;
  out.asks_for_rating = purpose.asks_for_rating;

  AddNumbers(TextOf(lines, IsOwn), false, out.numbers);
  // Headings may hold a subject with a number.
  const std::string quoted = TextOf(lines, IsOthersOrHeading);
  AddNumbers(quoted, true, out.numbers);
  // Desks put their marks below signatures as well.
  out.own_tokens = catalogue.Find(TokenPlace::kBody, TextOf(lines, std::not_fn(IsOthersOrHeading)));
  out.quoted_tokens = catalogue.Find(TokenPlace::kBody, quoted);
  if (out.own_tokens.empty()) out.own_tokens = StampOf(lines, catalogue);
  return out;
}

}  // namespace threadlint::mail
