#include "mail/own_heading.h"

#include "mail/own_heading_words.h"
#include "mail/own_phrase_index.h"
#include "util/ascii.h"

#include <algorithm>
#include <string>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr size_t kLongestLine = 200;
constexpr std::string_view kWideColon = "\xEF\xBC\x9A";

bool HasAny(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return text.find(word) != kNone; });
}

bool IsWordByte(char c) { return util::IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

// The word stands in the text, not inside another.
bool HasWord(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != kNone; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool ascii = static_cast<unsigned char>(word.front()) < 0x80;
    if (!ascii ||
        ((at == 0 || !IsWordByte(text[at - 1])) && (end == text.size() || !IsWordByte(text[end]))))
      return true;
  }
  return false;
}

// "7:08", "13:25", "13.25 Uhr", "10h05", and with a wide colon.
bool HasTime(std::string_view text) {
  for (size_t i = 1; i + 2 < text.size(); ++i) {
    const bool may = text[i] == ':' || text[i] == 'h' || text[i] == kWideColon.front();
    if (!may || !util::IsDigit(text[i - 1])) continue;
    const size_t mark = text.substr(i).starts_with(kWideColon) ? kWideColon.size()
                        : text[i] == ':' || text[i] == 'h'     ? 1
                                                               : 0;
    if (mark > 0 && i + mark + 1 < text.size() && util::IsDigit(text[i + mark]) &&
        util::IsDigit(text[i + mark + 1]))
      return true;
  }
  return false;
}

size_t CountDigits(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), util::IsDigit));
}

bool EndsWithColon(std::string_view text) {
  return text.ends_with(':') || text.ends_with(kWideColon);
}

std::string_view WithoutMarkup(std::string_view line) {
  while (!line.empty() && (line.front() == '*' || line.front() == '_' || line.front() == ' '))
    line.remove_prefix(1);
  while (!line.empty() && (line.back() == '*' || line.back() == '_' || line.back() == ' '))
    line.remove_suffix(1);
  return line;
}

// Where the name of a field ends; npos if the line has none.
size_t NameEnd(std::string_view line, size_t longest) {
  line = line.substr(0, longest);
  return std::min(line.find(':'), line.find(kWideColon));
}

// The bit of the field that the line names; 0 if it is no field.
unsigned FieldOf(std::string_view line) {
  constexpr size_t kLongestName = 40;  // bytes; of some scripts three a character
  line = WithoutMarkup(line);
  const size_t colon = NameEnd(line, kLongestName);
  if (colon == kNone) return 0;
  const std::string_view name = WithoutMarkup(line.substr(0, colon));
  for (const FieldName& field : HeadingFields())
    if (field.name == name) return static_cast<unsigned>(field.field);
  return 0;
}

// "wrote ----": Zoho frames its attribution with dashes.
std::string_view WithoutDashes(std::string_view line) {
  while (line.ends_with('-')) line.remove_suffix(1);
  return util::TrimRight(line);
}

// "On", "Am", "Le": before a date.
bool BeginsWithOpener(std::string_view line) {
  constexpr std::string_view kOpeners[] = {"on",  "am",  "le",   "el",  "il",    "op", "em",
                                           "den", "dne", "dnia", "w",   "в",     "at", "a",
                                           "pa",  "la",  "dana", "ons", "datum", "o"};
  constexpr size_t kLongest = 5;
  const size_t blank = line.substr(0, kLongest + 1).find(' ');
  return blank != kNone && std::ranges::find(kOpeners, line.substr(0, blank)) != std::end(kOpeners);
}

// As an attribution ends.
bool EndsAttribution(std::string_view line) {
  return EndsWithColon(line) || (line.ends_with("--") && line.size() > 4);
}

// One of a single line and without a colon: "2016-03-03 17:21 GMT+01:00 Anna", "2016/3/3 Anna
// <a@b.c>", "On Wed, 3 May 2021 10:05 Anna <a@b.c> wrote".
bool IsWholeWithoutColon(std::string_view line) {
  if (util::IsDigit(line.front()))
    return line.find(" gmt+") != kNone || (line.ends_with('>') && line.find('@') != kNone);
  return BeginsWithOpener(line) && line.find("> ") != kNone && HasTime(line) &&
         std::ranges::any_of(WroteWords(), [&](auto word) { return line.ends_with(word); });
}

// Where attributions begin: with a date, a name and address, or "On", "Am", "Le" before a date.
bool IsPlausibleStart(std::string_view line) {
  const size_t digits = CountDigits(line);
  if (digits >= 4 || (digits > 0 && HasTime(line))) return true;
  if (line.find('<') != kNone && line.find('@') != kNone) return true;
  return digits > 0 && line.find(". ") == kNone && BeginsWithOpener(line);
}

Attribution KindOf(std::string_view joined, size_t lines) {
  const std::string_view text = WithoutDashes(joined);
  const bool dashed = text.size() != joined.size();
  const bool address = text.find('@') != kNone;
  const bool time = HasTime(text) && CountDigits(text) >= 5;
  static const PhraseIndex index(WroteWords());
  const bool wrote =
      index.FindFirst(text) != kNone && std::ranges::any_of(WroteWords(), [&](auto word) {
        return dashed ? text.ends_with(word) : HasWord(text, word);
      });
  if (wrote) {
    if (address || time) return Attribution::kStrict;
    return lines == 1 ? Attribution::kLoose : Attribution::kNone;
  }
  if (dashed) return Attribution::kNone;
  const bool bracket = text.ends_with(">:") || text.ends_with("> :") || text.ends_with(">");
  // "30.09.2017, 18.30, Anna <anna@shop.example>:"
  constexpr size_t kDateAndTime = 8;
  if (address && bracket && CountDigits(text.substr(0, text.rfind('<'))) >= kDateAndTime &&
      util::IsDigit(text.front()))
    return Attribution::kStrict;
  if (time && ((address && bracket) || text.find(" gmt+") != kNone)) return Attribution::kStrict;
  return lines <= 2 && (address || time) ? Attribution::kLoose : Attribution::kNone;
}

// A line below the first has the date and the rest of the attribution; what stands above it is a
// sentence or a line of data.
bool BeginsLater(std::span<const std::string_view> lines) {
  const std::string_view first = lines.front();
  const bool sentence = (first.ends_with('.') || first.ends_with('!') || first.ends_with('?')) &&
                        first.find('<') == kNone;
  for (size_t k = 1; k < lines.size(); ++k) {
    if (sentence && HasTime(lines[k])) return !HasTime(first);
    if (BeginsWithOpener(lines[k]) && (HasTime(lines[k]) || CountDigits(lines[k]) >= 4))
      return !BeginsWithOpener(first);
  }
  return false;
}

}  // namespace

bool MayBeginAttribution(std::string_view line) {
  return !line.empty() && line.front() != '>' &&
         (EndsAttribution(line) || IsPlausibleStart(line) || IsWholeWithoutColon(line));
}

AttributionLines FindAttribution(std::span<const std::string_view> lines) {
  constexpr size_t kMostLines = 6;
  constexpr size_t kLongest = 400;
  if (lines.empty() || lines[0].empty() || lines[0].front() == '>') return {};
  const std::string_view first = lines[0];
  if (IsWholeWithoutColon(first)) {
    const Attribution kind = KindOf(first, 1);
    if (kind != Attribution::kNone) return {kind, 1};
  }
  // What is wrapped must begin as one: a sentence before it would be taken away with it.
  const bool may_be_wrapped = IsPlausibleStart(first);
  if (!may_be_wrapped && !EndsAttribution(first)) return {};
  std::string joined;
  for (size_t i = 0; i < lines.size() && i < kMostLines; ++i) {
    if (i > 0 && !may_be_wrapped) break;
    const std::string_view line = lines[i];
    if (line.empty()) {
      // An address set apart by programs that make text of HTML.
      const bool address_follows = i + 1 < lines.size() && lines[i + 1].starts_with('<');
      if (!address_follows || !HasTime(first)) break;
      continue;
    }
    // "<anna@shop.example", and on the next line "> wrote:".
    if (line.front() == '>' && (line.size() == 1 || joined.find('<') == kNone)) break;
    joined += (joined.empty() ? "" : " ");
    joined += line;
    if (joined.size() > kLongest) break;
    if (!EndsAttribution(line)) continue;
    if (i > 0 && BeginsLater(lines.first(i + 1))) break;
    const Attribution kind = KindOf(joined, i + 1);
    if (kind == Attribution::kNone) break;
    // Two lines without a word of writing: the first must be of the kind as well.
    if (kind == Attribution::kLoose && i > 0 && !HasTime(first) && CountDigits(first) < 5) break;
    return {kind, i + 1};
  }
  return {};
}

size_t HeaderBlockLines(std::span<const std::string_view> lines, bool below_rule) {
  constexpr size_t kMostLines = 12;
  constexpr auto kFrom = static_cast<unsigned>(Field::kFrom);
  constexpr auto kDate = static_cast<unsigned>(Field::kDate);
  constexpr auto kTo = static_cast<unsigned>(Field::kTo);
  constexpr auto kSubject = static_cast<unsigned>(Field::kSubject);
  if (lines.empty()) return 0;
  const unsigned first = FieldOf(lines[0]);
  // Yahoo and some others begin with the date or the subject.
  if (first != 0 && first != static_cast<unsigned>(Field::kOther)) {
    unsigned seen = 0;
    size_t end = 0, others = 0;
    for (size_t i = 0; i < lines.size() && i < kMostLines; ++i) {
      const unsigned field = FieldOf(lines[i]);
      if (field == 0) {
        // One folded or empty line between the fields.
        if (++others > 1) break;
        continue;
      }
      others = 0;
      seen |= field;
      end = i + 1;
    }
    const bool rest = (seen & kDate) != 0 ? (seen & (kTo | kSubject)) != 0
                                          : (seen & kTo) != 0 && (seen & kSubject) != 0;
    if ((seen & kFrom) != 0 && rest) return end;
  }
  if (!below_rule) return 0;
  constexpr size_t kLongestName = 32, kFewest = 3;
  size_t count = 0;
  bool time = false, address = false;
  for (; count < lines.size() && count < kMostLines; ++count) {
    const std::string_view line = WithoutMarkup(lines[count]);
    const size_t colon = NameEnd(line, kLongestName);
    if (colon == kNone || colon == 0 || line.size() < colon + 3) break;
    time = time || (HasTime(line.substr(colon + 1)) && CountDigits(line) >= 7);
    address = address || line.find('@') != kNone;
  }
  return count >= kFewest && time && address ? count : 0;
}

bool IsRule(std::string_view line) {
  constexpr size_t kShortest = 3;
  return line.size() >= kShortest && line.find_first_not_of("-_=*~#+ ") == kNone;
}

bool IsOutlookRule(std::string_view line) {
  constexpr size_t kShortest = 20;
  return line.size() >= kShortest && line.find_first_not_of('_') == kNone;
}

QuotationHeading FindQuotationHeading(std::string_view line) {
  constexpr std::string_view kFrame = "-_=*~ ";
  if (line.size() > kLongestLine) return QuotationHeading::kNone;
  if (kFrame.find(line.empty() ? 'x' : line.front()) != kNone) {
    const std::string_view stripped = WithoutMarkup(line);
    const bool framed = (stripped.starts_with('-') && stripped.ends_with('-')) ||
                        (line.starts_with("__") && line.ends_with("__")) ||
                        (line.starts_with("==") && line.ends_with("=="));
    if (framed && HasAny(line, ForwardedWords())) return QuotationHeading::kForwarded;
    if (framed && HasAny(line, OriginalWords())) return QuotationHeading::kEarlier;
    // "------------------ Original ------------------"
    constexpr size_t kLongFrame = 20;
    if (framed && line.size() > kLongFrame && std::count(line.begin(), line.end(), '-') > 10 &&
        HasWord(line, "original"))
      return QuotationHeading::kEarlier;
  }
  line = WithoutMarkup(line);
  if (!EndsWithColon(line)) return QuotationHeading::kNone;
  line = WithoutMarkup(line.substr(0, line.size() - (line.ends_with(':') ? 1 : kWideColon.size())));
  if (std::ranges::find(ForwardHeadings(), line) != ForwardHeadings().end())
    return QuotationHeading::kForwarded;
  return std::ranges::find(CopyHeadings(), line) != CopyHeadings().end()
             ? QuotationHeading::kEarlier
             : QuotationHeading::kNone;
}

bool IsFramed(std::string_view line) {
  constexpr size_t kLongest = 80;
  return line.size() <= kLongest && line.starts_with("---") && line.ends_with("---") &&
         !IsRule(line);
}

size_t DatedRuleLines(std::span<const std::string_view> lines) {
  constexpr size_t kShortestRule = 10;
  constexpr size_t kLongestName = 100;
  constexpr size_t kLookAhead = 4;
  if (lines.empty() || lines[0].size() < kShortestRule || !IsRule(lines[0])) return 0;
  size_t filled = 0;
  for (size_t i = 1; i < lines.size() && i <= kLookAhead && filled < 2; ++i) {
    const std::string_view line = lines[i];
    if (line.empty()) continue;
    if (line.size() > kLongestName || line.front() == '>' || FieldOf(line) != 0) return 0;
    ++filled;
    // The date must be most of its line: a sentence may name a time too.
    const bool sentence = line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
    if (!sentence && HasTime(line) && CountDigits(line) >= 7) return i + 1;
  }
  return 0;
}

bool IsReplyMarker(std::string_view line) {
  constexpr std::string_view kFrame = "-=*~#_<>[({|";
  static const PhraseIndex places(AnswerPlaces());
  if (line.size() > kLongestLine || line.empty()) return false;
  if (line.starts_with("##") && line.ends_with("##") && line.size() > 6 && !IsRule(line))
    return true;
  // "The amount above this line is wrong" is none.
  return places.FindFirst(line) != kNone &&
         (kFrame.find(line.front()) != kNone || HasAny(line, AnswerWords()));
}

bool IsUpdateNotice(std::string_view line) {
  static const PhraseIndex updated(UpdatedWords());
  return line.size() <= kLongestLine && updated.FindFirst(line) != kNone;
}

}  // namespace threadlint::mail
