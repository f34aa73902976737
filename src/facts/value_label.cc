#include "facts/value_readers.h"
#include "mail/link_fold.h"
#include "mail/link_number_words.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts::values {

namespace {

constexpr size_t kWords = 5;  // "my order number with you is 4471"

// Where the word before `end` ends, over what may stand between a label and its number; npos where
// a sentence ends.
size_t EndOfWordBefore(const Scan& scan, size_t end) {
  constexpr size_t kMostSigns = 8;
  for (size_t i = 0; i < kMostSigns && end > 0; ++i) {
    const char c = scan.text[end - 1];
    if (c == '\n') return std::string_view::npos;
    if (c == '.') {
      // "no. 4471" goes on, "for the order. 4471" does not.
      constexpr size_t kLongestCut = 4;
      size_t begin = end - 1;
      while (begin > 0 && end - begin < kReach && LetterBefore(scan.text, begin) > 0) --begin;
      if (end - 1 - begin > kLongestCut) return std::string_view::npos;
      --end;
    } else if (c == ' ' || c == '\t' || c == ':' || c == '#' || c == '(' || c == '-' || c == '=' ||
               c == '*' || c == '"' || c == '\'') {
      --end;
    } else if (end >= 2 && scan.text[end - 2] == '\xC2') {  // wide blank, "º", "°"
      end -= 2;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace

Label LabelBefore(const Scan& scan, size_t at) {
  using mail::NumberWord;
  size_t end = at;
  // "Order number:\nHK-77120"
  const size_t line = BlanksBefore(scan, at);
  if (line < at && scan.text.substr(line, at - line).find('\n') != std::string_view::npos) {
    if (line == 0 || scan.text[line - 1] != ':') return Label::kNone;
    end = line;
  }
  bool number = false;
  for (size_t words = 0; words < kWords; ++words) {
    end = EndOfWordBefore(scan, end);
    if (end == std::string_view::npos || end == 0) break;
    size_t begin = end;
    while (begin > 0 && end - begin < kReach) {
      const size_t length = LetterBefore(scan.text, begin);
      if (length == 0) break;
      begin -= length;
    }
    if (begin == end) break;
    const std::string_view word = scan.text.substr(begin, end - begin);
    const FoldedWord folded(word);
    switch (folded.Text().empty() ? mail::NumberWordOf(mail::FoldText(word))
                                  : mail::NumberWordOf(folded.Text())) {
      case NumberWord::kMatter:
      case NumberWord::kStanding:
        return Label::kThing;
      case NumberWord::kPhone:
        return Label::kPhone;
      case NumberWord::kOther:
        return Label::kOther;
      case NumberWord::kNumber:
        // "no charge on the 100 plan"
        number = number || words == 0 || folded.Text() != "no";
        break;
      default:
        break;
    }
    end = begin;
  }
  return number ? Label::kNumber : Label::kNone;
}

}  // namespace threadlint::facts::values
