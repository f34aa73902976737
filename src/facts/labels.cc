#include "facts/labels.h"

#include <algorithm>

namespace threadlint::facts {
namespace {

constexpr size_t kFarthest = 12;                    // words between a value and its label
constexpr size_t kMostBefore = 2, kMostBehind = 4;  // words that tell which one is meant

bool EndsClause(const TextToken& token) {
  return token.text == ";" || token.text == "?" || token.text == "!" || token.text == "(" ||
         token.text == ")";
}

bool IsPlain(const TextToken& token) {
  constexpr auto kPlain = static_cast<uint16_t>(
      static_cast<unsigned>(WordClass::kPlain) | static_cast<unsigned>(WordClass::kAnd) |
      static_cast<unsigned>(WordClass::kOr) | static_cast<unsigned>(WordClass::kLink) |
      static_cast<unsigned>(WordClass::kStop));
  return !token.word || (token.classes & kPlain) != 0;
}

}  // namespace

std::optional<LabelRange> FindLabel(std::span<const TextToken> tokens, const Folded& folded,
                                    const Value& value, const Lexicon& lexicon) {
  const Wants kind = WantsValue(value.kind);
  // Tokens of the value itself.
  size_t from = 0;
  while (from < tokens.size() && folded.Begin(tokens[from].begin) < value.begin) ++from;
  size_t to = from;
  while (to < tokens.size() && folded.Begin(tokens[to].begin) < value.begin + value.length) ++to;
  const auto is_label = [&](size_t i) { return (lexicon.Of(tokens[i].text).labels & kind) != 0; };
  std::optional<size_t> label;
  size_t far = kFarthest;
  for (size_t i = from; i-- > 0 && from - i <= far;) {
    if (EndsClause(tokens[i])) break;
    if (!is_label(i)) continue;
    label = i;
    far = from - i;
    break;
  }
  for (size_t i = to; i < tokens.size() && i - to < far; ++i) {
    if (EndsClause(tokens[i])) break;
    if (!is_label(i)) continue;
    label = i;
    break;
  }
  if (!label) return std::nullopt;
  size_t begin = *label, end = *label + 1;
  for (size_t n = 0; n < kMostBefore && begin > 0 && begin != to; ++n, --begin)
    if (IsPlain(tokens[begin - 1])) break;
  if (end < tokens.size() && tokens[end].Is(WordClass::kLink) && end != from) {
    size_t last = end + 1;
    while (last < tokens.size() && last - end <= kMostBehind && last != from &&
           (tokens[last].Is(WordClass::kPlain) || !IsPlain(tokens[last])) &&
           !tokens[last].Is(WordClass::kStop))
      ++last;
    if (last > end + 1) end = last;
  }
  return LabelRange{tokens[begin].begin, tokens[end - 1].end()};
}

}  // namespace threadlint::facts
