#include "facts/sentence_lines.h"

#include "facts/value_scan.h"
#include "mail/date_names.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts::sentences {

namespace {

using values::IsFoldedOneOf;
using values::LetterBefore;
using values::LetterLength;

// No program wraps wider or narrower.
constexpr size_t kWidest = 100, kNarrowest = 56;

size_t CountCharacters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string_view FirstWord(std::string_view text) {
  size_t end = 0;
  while (end < text.size()) {
    const size_t length = LetterLength(text, end);
    if (length == 0) break;
    end += length;
  }
  return text.substr(0, end);
}

std::string_view LastWord(std::string_view text) {
  size_t begin = text.size();
  while (begin > 0) {
    const size_t length = LetterBefore(text, begin);
    if (length == 0) break;
    begin -= length;
  }
  return text.substr(begin);
}

// Small letters of ASCII and Latin-1; other scripts tell nothing.
bool BeginsSmall(std::string_view text) {
  if (text.empty()) return false;
  if (util::IsLower(text.front())) return true;
  return text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) >= 0x9F &&
         text[1] != '\xB7';
}
bool BeginsBig(std::string_view text) {
  if (text.empty()) return false;
  if (util::IsUpper(text.front())) return true;
  return text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) < 0x9F &&
         text[1] != '\x97';
}

// A number or a letter before ')' or '.'; where it ends, 0: none.
size_t OrdinalLength(std::string_view text) {
  constexpr size_t kMostDigits = 2;
  size_t end = 0;
  while (end < text.size() && util::IsDigit(text[end])) ++end;
  if (end > 0) return end <= kMostDigits ? end : 0;
  if (text.empty()) return 0;
  // "a", "B", "iv"
  while (end < text.size() &&
         std::string_view("ivx").find(util::ToLower(text[end])) != std::string_view::npos)
    ++end;
  constexpr size_t kLongest = 4;
  if (end > 0 && end <= kLongest && end < text.size() && !util::IsAlpha(text[end])) return end;
  return util::IsAlpha(text.front()) && (text.size() == 1 || !util::IsAlpha(text[1])) ? 1 : 0;
}

size_t BlanksAt(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() &&
         (util::IsBlank(text[end]) || text.substr(end).starts_with("\xC2\xA0")))
    end += util::IsBlank(text[end]) ? 1 : 2;
  return end - at;
}

}  // namespace

size_t ItemMarkLength(std::string_view text) {
  if (text.empty()) return 0;
  // Most begin with a letter that no bracket follows.
  constexpr size_t kLongestOrdinal = 5;
  if (util::IsAlpha(text.front()) &&
      text.substr(0, kLongestOrdinal).find(')') == std::string_view::npos)
    return 0;
  static constexpr std::string_view kMarks[] = {"-",
                                                "*",
                                                "\xE2\x80\xA2",
                                                "\xE2\x80\x93",
                                                "\xE2\x80\x94",
                                                "\xC2\xB7",
                                                "\xE2\x96\xAA",
                                                "\xE2\x97\x8F",
                                                "\xE2\x97\xA6",
                                                "\xE2\x80\xA3",
                                                "\xE2\x9E\xA4",
                                                "->",
                                                "--",
                                                "\xE2\x9C\x94",
                                                "\xE2\x86\x92",
                                                "\xE2\x96\xBA",
                                                "\xE2\x98\x90",
                                                "\xE2\x97\x8B",
                                                "\xC2\xBB",
                                                "\xE2\x9C\x93",
                                                "+"};
  for (const std::string_view mark : kMarks) {
    if (util::IsAlnum(text.front())) break;
    if (!text.starts_with(mark)) continue;
    const size_t blanks = BlanksAt(text, mark.size());
    if (blanks > 0 && mark.size() + blanks < text.size()) return mark.size() + blanks;
    // "•x"
    if (mark == "\xE2\x80\xA2" && mark.size() < text.size()) return mark.size();
  }
  const bool bracket = text.starts_with('(');
  const std::string_view inner = text.substr(bracket ? 1 : 0);
  const size_t length = OrdinalLength(inner);
  if (length == 0 || length >= inner.size()) return 0;
  const char sign = inner[length];
  if (sign != ')' && (bracket || sign != '.')) return 0;
  const size_t sign_end = (bracket ? 1 : 0) + length + 1;
  const size_t blanks = BlanksAt(text, sign_end);
  const size_t end = sign_end + blanks;
  if (end >= text.size()) return 0;
  if (sign == '.') {
    // "3. Mai" is a date, "J. Smith" a name, "1.5" a number.
    if (blanks == 0 || !util::IsDigit(inner.front())) return 0;
    const std::string_view word = FirstWord(text.substr(end));
    if (word.size() > 2 && mail::FindMonth(word).month != 0 && BeginsBig(word)) return 0;
  }
  // ":)" and "a)b" are none.
  return blanks > 0 || util::IsDigit(inner.front()) ? end : 0;
}

bool IsGreeting(std::string_view line) {
  constexpr size_t kLongest = 60;
  constexpr size_t kMostWords = 7;
  if (line.size() > kLongest) return false;
  if (std::count(line.begin(), line.end(), ' ') >= static_cast<std::ptrdiff_t>(kMostWords))
    return false;
  if (line.find_first_of("?0123456789") != std::string_view::npos) return false;
  const std::string_view first = FirstWord(line);
  if (!IsFoldedOneOf(first,
                     "hi hello hey dear good morning greetings hiya morgen moin guten hallo liebe "
                     "lieber sehr servus bonjour bonsoir salut cher chere madame monsieur hola "
                     "buenos buenas estimado estimada estimados querido ciao buongiorno salve "
                     "gentile spett beste geachte goedemorgen ola bom boa caro prezado hej kara "
                     "dzien szanowni team sir"))
    return false;
  const char last = line.back();
  const bool stops = last == ',' || last == '!' || last == ':' || last == '.' || last == '-';
  constexpr size_t kFewWords = 4;
  return stops ||
         std::count(line.begin(), line.end(), ' ') < static_cast<std::ptrdiff_t>(kFewWords);
}

size_t GreetingLength(std::string_view run) {
  const size_t end = run.find_first_of(",!\n");
  if (end == std::string_view::npos || run[end] == '\n' || end + 2 >= run.size()) return 0;
  return IsGreeting(run.substr(0, end + 1)) ? end + 1 : 0;
}

bool IsLabelled(std::string_view line) {
  constexpr size_t kLongest = 36;
  const size_t colon = line.substr(0, kLongest).find(':');
  if (colon == std::string_view::npos || colon < 2 || colon + 1 >= line.size()) return false;
  if (!util::IsBlank(line[colon + 1])) {
    // "Order:123", but not "17:00", "https://".
    if (util::IsDigit(line[colon - 1]) || line[colon + 1] == '/') return false;
  }
  const std::string_view label = line.substr(0, colon);
  constexpr std::ptrdiff_t kMostBlanks = 3;
  return label.find_first_of(".,!?;\"") == std::string_view::npos &&
         std::count(label.begin(), label.end(), ' ') <= kMostBlanks;
}

LineHabits::LineHabits(std::span<const mail::TextLine> lines) {
  size_t widest = 0, big = 0, small = 0;
  bool begins = true;
  for (const mail::TextLine& line : lines) {
    if (line.voice != mail::LineVoice::kOwn || line.text.empty()) {
      begins = true;
      continue;
    }
    const std::string_view text = line.text.substr(ItemMarkLength(line.text));
    if (begins) {
      big += BeginsBig(text) ? 1 : 0;
      small += BeginsSmall(text) ? 1 : 0;
    }
    begins = false;
    const size_t width = CountCharacters(line.text);
    if (width <= kWidest) widest = std::max(widest, width);
    for (size_t at = 0; (at = text.find(". ", at)) != std::string_view::npos; at += 2) {
      big += BeginsBig(text.substr(at + 2)) ? 1 : 0;
      small += BeginsSmall(text.substr(at + 2)) ? 1 : 0;
    }
  }
  capitals_ = big >= small;
  if (widest < kNarrowest) return;
  // One long line is no column yet, unless programs wrap there.
  constexpr size_t kSpread = 15, kUsual = 66;
  size_t near = 0;
  for (const mail::TextLine& line : lines) {
    if (line.voice != mail::LineVoice::kOwn || line.text.empty()) continue;
    const size_t width = CountCharacters(line.text);
    near += width <= kWidest && width + kSpread >= widest ? 1 : 0;
  }
  if (near > 1 || widest >= kUsual) column_ = widest;
}

bool LineHabits::GoesOn(std::string_view line, std::string_view next) const {
  if (line.empty() || next.empty() || line.ends_with(':') || ItemMarkLength(next) > 0) return false;
  const char last = line.back();
  const size_t width = CountCharacters(line);
  const size_t next_word = CountCharacters(next.substr(0, next.find(' ')));
  const bool full = column_ > 0 && width <= kWidest && width + 1 + next_word > column_;
  // A line that labels what it says is one of its own, unless a full line happens to go on so.
  if (IsLabelled(next) && (!full || BeginsBig(next))) return false;
  // Labels and what is said of them stand in a line each, but for long ones.
  if (IsLabelled(line) && !full) return false;
  const bool open =
      IsFoldedOneOf(LastWord(line),
                    "the a an and or of to in on at for with from by is are was my your our his "
                    "her their this that which der die das den dem ein eine und oder von zu mit "
                    "fur im am ist sind mein meine ihre le la les un une et ou de du des el los "
                    "las y o con por para en mi su") &&
      util::IsLower(last);
  if (open) return true;
  if (BeginsSmall(next)) {
    constexpr size_t kShort = 25;
    if (capitals_) return width >= kShort || last == ',' || full;
    // Those who write none end their lines as they please.
    constexpr size_t kSure = 62;
    return (full && column_ >= kSure) || (last == ',' && width >= kShort);
  }
  return full;
}

}  // namespace threadlint::facts::sentences
