#include "facts/tokens_of.h"

#include <algorithm>

namespace threadlint::facts {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Bytes of the word that begins here; an apostrophe or hyphen between letters belongs to it.
size_t WordLength(std::string_view rest, const Lexicon& lexicon, bool& digits) {
  size_t n = 0;
  digits = false;
  while (n < rest.size()) {
    const bool inside = n > 0 && n + 1 < rest.size() && (rest[n] == '\'' || rest[n] == '-') &&
                        IsLetter(rest[n - 1]) &&
                        (IsLetter(rest[n + 1]) || (rest[n] == '-' && IsDigit(rest[n + 1])));
    if (!IsLetter(rest[n]) && !IsDigit(rest[n]) && !inside) break;
    digits = digits || IsDigit(rest[n]);
    ++n;
    if (rest[n - 1] == '\'' && lexicon.IsBeginning(rest.substr(0, n))) break;
  }
  return n;
}

}  // namespace

std::vector<TextToken> Tokenize(std::string_view folded, const Lexicon& lexicon) {
  std::vector<TextToken> out;
  for (size_t at = 0; at < folded.size();) {
    if (folded[at] == ' ') {
      ++at;
      continue;
    }
    const std::string_view rest = folded.substr(at);
    TextToken token;
    token.begin = static_cast<uint32_t>(at);
    bool digits = false;
    size_t length = WordLength(rest, lexicon, digits);
    if (length == 0) {
      length = 1;
    } else if (const Lexicon::Compound* compound =
                   digits ? nullptr : lexicon.CompoundAt(rest, length)) {
      token.classes = static_cast<uint32_t>(compound->what);
      token.word = true;
    } else {
      // "P60", "W-8BEN" and "DS-160" are names of papers; longer ones are numbers.
      constexpr size_t kLongestName = 7, kMostDigits = 3;
      const auto figures = std::ranges::count_if(rest.substr(0, length), IsDigit);
      token.word = !digits || (length <= kLongestName && IsLetter(rest.front()) &&
                               static_cast<size_t>(figures) <= kMostDigits);
      // "customer's" is the customer.
      std::string_view word = rest.substr(0, length);
      if (word.ends_with("'s")) word.remove_suffix(2);
      if (const size_t tail = lexicon.TailOf(word); tail > 0) {
        TextToken front = token;
        const size_t before = word.size() - tail;
        front.text = word.substr(0, before - (word[before - 1] == '-' ? 1 : 0));
        front.classes = 0;  // no grammar
        out.push_back(front);
        token.begin += static_cast<uint32_t>(before);
        word.remove_prefix(before);
        at += before;
        length -= before;
      }
      token.text = word;
      token.classes = lexicon.Of(word).classes;
    }
    if (token.text.empty()) token.text = rest.substr(0, length);
    out.push_back(token);
    at += length;
  }
  return out;
}

}  // namespace threadlint::facts
