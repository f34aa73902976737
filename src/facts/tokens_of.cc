#include "facts/tokens_of.h"

#include <algorithm>

namespace threadlint::facts {
namespace {

constexpr size_t kBytesOfToken = 4;  // with the blank before it: at least so many, but for signs

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
  out.reserve(folded.size() / kBytesOfToken);
  for (size_t at = 0; at < folded.size();) {
    if (folded[at] == ' ') {
      ++at;
      continue;
    }
    const std::string_view rest = folded.substr(at);
    TextToken token;
    token.begin = static_cast<uint32_t>(at);
    const auto take = [&](std::string_view text) {
      const KnownWord& known = lexicon.Know(text);
      token.text = text;
      token.entry = known.entry;
      token.id = known.id;
    };
    bool digits = false;
    size_t length = WordLength(rest, lexicon, digits);
    if (length == 0) {
      length = 1;
      take(rest.substr(0, length));
    } else if (const Lexicon::Compound* compound =
                   digits
                       ? nullptr
                       : lexicon.CompoundAt(rest, lexicon.Know(rest.substr(0, length)), length)) {
      take(rest.substr(0, length));
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
      if (const size_t tail = lexicon.Know(word).tail; tail > 0) {
        const size_t before = word.size() - tail;
        take(word.substr(0, before - (word[before - 1] == '-' ? 1 : 0)));
        out.push_back(token);  // no grammar
        token.begin += static_cast<uint32_t>(before);
        word.remove_prefix(before);
        at += before;
        length -= before;
      }
      take(word);
      token.classes = token.entry->classes;
    }
    out.push_back(token);
    at += length;
  }
  return out;
}

}  // namespace threadlint::facts
