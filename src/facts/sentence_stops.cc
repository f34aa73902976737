#include "facts/sentence_stops.h"

#include "facts/value_scan.h"
#include "mail/date_names.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts::sentences {

namespace {

using values::FoldedWord;
using values::IsOneOf;
using values::LetterBefore;
using values::LetterLength;

// A sentence never ends with them.
constexpr std::string_view kOpen =
    "mr mrs ms dr prof hr sr sra dna messrs mme mlle mm rev gen sgt capt eg ie vs approx ca bzw "
    "incl inkl zzgl ggf evtl bspw vgl resp sog gem attn betr tel telef mob fig str inh dipl ing "
    "geb gegr exkl excl max min avg ave mt ft nos nrs fr";
// These stand before numbers: "No. 12", "S. 3".
constexpr std::string_view kBeforeNumber =
    "no nr num ref art abs ver vers vol ext est ord inv item op pos pp p s pg ch sec para apt ste "
    "rs unit case cust acct ac room rm flat kto blz ziff tz az kd ab";
// What may end one, and does so before a capital.
constexpr std::string_view kEither =
    "st etc usw am pm ltd inc co corp plc dept jan feb mar apr jun jul aug sep sept oct okt nov "
    "dec dez mon tue tues wed thu thur thurs fri sat sun hrs hr mins min kg cm mm km std";

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Bytes of a mark that ends sentences at `at`; 0: none. `wide`: no blank need follow.
size_t StopLength(std::string_view text, size_t at, bool& wide) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == '.' || c == '!' || c == '?') return 1;
  if (c != '\xE2' && c != '\xE3' && c != '\xEF') return 0;
  const std::string_view three = text.substr(at, 3);
  if (three == "\xE2\x80\xA6" || three == "\xE2\x81\x89" || three == "\xE2\x80\xBC") return 3;
  if (three == "\xE3\x80\x82" || three == "\xEF\xBC\x81" || three == "\xEF\xBC\x9F") {
    wide = true;
    return 3;
  }
  return 0;
}

size_t ClosingLength(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_') return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  static constexpr std::string_view kMarks[] = {"\xE2\x80\x9D", "\xE2\x80\x9C", "\xE2\x80\x99",
                                                "\xC2\xBB", "\xE3\x80\x8D"};
  for (const std::string_view mark : kMarks)
    if (text.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

// ":)", ";-)", ":D", pictures; 0: none at `at`.
size_t SmileyLength(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ':' || c == ';' || c == '=') {
    size_t end = at + 1;
    if (end < text.size() && (text[end] == '-' || text[end] == '\'')) ++end;
    if (end >= text.size() ||
        std::string_view(")(DPpO/|*]").find(text[end]) == std::string_view::npos)
      return 0;
    while (end < text.size() && (text[end] == ')' || text[end] == '(')) ++end;
    if (end == at + 1 || (end < text.size() && util::IsAlpha(text[end - 1]))) ++end;
    return end >= text.size() || util::IsSpace(text[end]) ? std::min(end, text.size()) - at : 0;
  }
  const bool picture = c == '\xF0' || text.substr(at).starts_with("\xE2\x98") ||
                       text.substr(at).starts_with("\xE2\x9D");
  if (!picture) return 0;
  size_t end = at + 1;
  while (end < text.size() && IsContinuation(text[end])) ++end;
  // Variation selectors and joiners.
  while (text.substr(end).starts_with("\xEF\xB8\x8F") ||
         text.substr(end).starts_with("\xE2\x80\x8D"))
    end += 3;
  return end - at;
}

size_t SkipBlanks(std::string_view text, size_t at) {
  while (at < text.size()) {
    if (util::IsSpace(text[at])) {
      ++at;
    } else if (text.substr(at).starts_with("\xC2\xA0")) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

bool IsSmall(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  if (util::IsLower(text[at])) return true;
  return text[at] == '\xC3' && at + 1 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) >= 0x9F;
}

std::string_view WordBefore(std::string_view text, size_t at) {
  constexpr size_t kReach = 40;
  size_t begin = at;
  while (begin > 0 && at - begin < kReach) {
    const size_t length = LetterBefore(text, begin);
    if (length == 0) break;
    begin -= length;
  }
  return text.substr(begin, at - begin);
}

std::string_view WordAt(std::string_view text, size_t at) {
  constexpr size_t kReach = 40;
  size_t end = at;
  while (end < text.size() && end - at < kReach) {
    const size_t length = LetterLength(text, end);
    if (length == 0) break;
    end += length;
  }
  return text.substr(std::min(at, text.size()), end - at);
}

// A single point at `at` with a blank behind, before what stands at `next`: it cuts a word off.
bool IsAbbreviation(std::string_view text, size_t at, size_t next, bool capitals) {
  const std::string_view word = WordBefore(text, at);
  const bool small = IsSmall(text, next);
  const bool number = next < text.size() && (util::IsDigit(text[next]) || text[next] == '#');
  if (word.empty()) {
    // "4. Mai", "am 3. gegen Mittag"; "It costs 4. Please" ends.
    if (at == 0 || !util::IsDigit(text[at - 1])) return false;
    size_t begin = at;
    while (begin > 0 && util::IsDigit(text[begin - 1]) && at - begin < 4) --begin;
    if (at - begin > 2 || (begin > 0 && (text[begin - 1] == '.' || text[begin - 1] == ',')))
      return false;
    const std::string_view month = WordAt(text, next);
    return (small && capitals) || (month.size() > 2 && mail::FindMonth(month).month != 0);
  }
  const FoldedWord folded(word);
  const size_t begin = at - word.size();
  const bool inner = begin > 0 && text[begin - 1] == '.';  // "e.g.", "z.B.", "p.m."
  if (word.size() == 1) {
    if (inner) {
      const char first = begin > 1 ? util::ToLower(text[begin - 2]) : '\0';
      const bool clock = folded.Text() == "m" && (first == 'a' || first == 'p');
      return !clock || small || number;
    }
    // An initial: "J. Smith"; "than I. We", "plan B. we" end.
    return util::IsUpper(word.front()) && word != "I" && !small && next < text.size() &&
           (begin == 0 || util::IsSpace(text[begin - 1]));
  }
  if (number && IsOneOf(folded.Text(), kBeforeNumber)) return true;
  if (IsOneOf(folded.Text(), kOpen)) return next < text.size();
  if (inner) return small || number;
  // "of St. Albans", but "in the High St. Please".
  if (folded.Text() == "st" && begin > 1 && !small) {
    const std::string_view earlier = WordBefore(text, begin - 1);
    return earlier.empty() || IsSmall(earlier, 0);
  }
  const bool clock = IsOneOf(folded.Text(), "am pm");
  if (IsOneOf(folded.Text(), kEither)) return small || (number && !clock);
  // Unknown short words before a small letter, where the writer has capitals.
  constexpr size_t kShort = 3;
  return capitals && small && word.size() <= kShort;
}

}  // namespace

size_t SentenceEnd(std::string_view text, size_t at, bool capitals) {
  bool wide = false;
  size_t end = at;
  size_t stops = 0;
  bool strong = false, ellipsis = false;
  while (const size_t length = StopLength(text, end, wide)) {
    strong = strong || text[end] == '!' || text[end] == '?' || wide;
    ellipsis = ellipsis || text[end] == '\xE2';
    end += length;
    ++stops;
  }
  if (stops == 0) {
    // A smiley ends what it stands behind: "thanks :) where is it".
    if (at == 0 || !util::IsSpace(text[at - 1])) return 0;
    size_t length = SmileyLength(text, end);
    if (length == 0) return 0;
    for (; length > 0; length = SmileyLength(text, end)) {
      end += length;
      const size_t next = SkipBlanks(text, end);
      if (SmileyLength(text, next) > 0) end = next;
    }
    const size_t next = SkipBlanks(text, end);
    return next > end && capitals && IsSmall(text, next) ? 0 : end;
  }
  ellipsis = ellipsis || (stops > 1 && !strong);
  const bool closed = ClosingLength(text, end) > 0;
  while (const size_t length = ClosingLength(text, end)) end += length;
  const size_t next = SkipBlanks(text, end);
  if (!wide && next == end && end < text.size()) {
    // "sent.It was", "why?Because": a blank was forgotten.
    const bool letters = LetterBefore(text, at) > 0 && at >= 2 && LetterBefore(text, at - 1) > 0 &&
                         IsSmall(text, at - 1);
    const bool word = util::IsUpper(text[end]) && end + 1 < text.size() &&
                      (util::IsLower(text[end + 1]) || util::IsSpace(text[end + 1]));
    if (stops > 3 || !letters || !word) return SmileyLength(text, end) > 0 ? end : 0;
    return end;
  }
  if (!strong && !wide && next < text.size()) {
    const bool small = IsSmall(text, next);
    if (ellipsis && small && capitals) return 0;
    if (stops == 1 && !closed && IsAbbreviation(text, at, next, capitals)) return 0;
    if (closed && small && capitals) return 0;  // "(approx.) three"
  }
  if (closed && strong && IsSmall(text, next)) return 0;  // "(really!) broken"
  // Smileys behind belong to it.
  size_t place = next;
  size_t length = SmileyLength(text, place);
  while (length > 0) {
    end = place + length;
    place = SkipBlanks(text, end);
    length = SmileyLength(text, place);
  }
  return end;
}

bool IsQuestion(std::string_view sentence) {
  if (sentence.starts_with("\xC2\xBF")) return true;
  // The last stops, whatever closes and smiles behind them.
  constexpr size_t kReach = 24;
  const size_t from = sentence.size() > kReach ? sentence.size() - kReach : 0;
  for (size_t at = sentence.size(); at > from; --at) {
    const char c = sentence[at - 1];
    if (c == '?') return true;
    if (util::IsAlnum(c)) {
      // The letter of a smiley.
      const bool smile = at >= 2 && (sentence[at - 2] == ':' || sentence[at - 2] == '-');
      if (!smile) return false;
    }
    if (c == '\x9F' && at >= 3 && sentence.substr(at - 3, 3) == "\xEF\xBC\x9F") return true;
    if (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) < 0xE0) return false;
  }
  return false;
}

}  // namespace threadlint::facts::sentences
