#include "facts/labels.h"

#include <vector>

namespace threadlint::facts {
namespace {

constexpr size_t kFarthest = 12;                    // words between a value and its label
constexpr size_t kMostBefore = 2, kMostBehind = 4;  // words that tell which one is meant
constexpr size_t kMostAuxiliaries = 3;              // "has now been applied"

bool EndsClause(const TextToken& token) {
  return token.text == ";" || token.text == "?" || token.text == "!" || token.text == "(" ||
         token.text == ")";
}

bool IsGrammar(const TextToken& token) {
  return !token.word || token.IsAny(kJoining | Bit(WordClass::kStop));
}

// "is", "was"; "the" and "your" stand behind verbs of questions.
bool IsVerb(const TextToken& token) {
  return token.Is(WordClass::kAuxiliary) && token.Is(WordClass::kStop);
}

class Search {
 public:
  Search(std::span<const TextToken> tokens, const Folded& folded, std::span<const Value> all,
         const Value& value)
      : tokens_(tokens), kind_(WantsValue(value.kind)) {
    for (const Value& v : all) {
      Place place;
      while (place.from < tokens.size() && folded.Begin(tokens[place.from].begin) < v.begin)
        ++place.from;
      place.to = place.from;
      while (place.to < tokens.size() && folded.Begin(tokens[place.to].begin) < v.begin + v.length)
        ++place.to;
      if (&v == &value) {
        from_ = place.from;
        to_ = place.to;
      } else if (v.kind == value.kind) {
        others_.push_back(place);
      }
    }
  }

  std::optional<LabelRange> Run() {
    for (size_t i = from_; i-- > 0 && from_ - i <= kFarthest && !EndsClause(tokens_[i]);)
      Consider(i, from_ - i);
    for (size_t i = to_; i < tokens_.size() && i - to_ < kFarthest && !EndsClause(tokens_[i]); ++i)
      Consider(i, i - to_ + 1);
    if (best_ < tokens_.size()) return Whole(best_);
    // "The fit is €165."
    if (from_ < 2 || !IsVerb(tokens_[from_ - 1])) return std::nullopt;
    const size_t noun = BeforeVerb(from_ - 1);
    if (noun >= tokens_.size()) return std::nullopt;
    return Whole(noun);
  }

 private:
  struct Place {
    size_t from = 0, to = 0;  // tokens of a value
  };

  void Consider(size_t i, size_t distance) {
    const WordEntry& entry = *tokens_[i].entry;
    if ((entry.labels & kind_) == 0) return;
    // "£1,840 less your excess of £150": it is the other one's.
    for (const Place& other : others_)
      if (other.from > i ? other.from - i < distance : i - other.to + 1 < distance) return;
    if (entry.Is(WordClass::kHolder)) distance += kFarthest;
    if (distance >= distance_) return;
    distance_ = distance;
    best_ = i;
  }

  // The noun before the auxiliaries that end at `i`; all tokens if there is none.
  size_t BeforeVerb(size_t i) const {
    size_t n = 0;
    while (n < kMostAuxiliaries && i < tokens_.size() && tokens_[i].word &&
           tokens_[i].Is(WordClass::kPlain)) {
      if (i == 0) return tokens_.size();
      --i;
      ++n;
    }
    return IsGrammar(tokens_[i]) ? tokens_.size() : i;
  }

  LabelRange Whole(size_t label) const {
    size_t begin = label, end = label + 1;
    const auto back = [&] {
      for (size_t n = 0;
           n < kMostBefore && begin > 0 && begin != to_ && !IsGrammar(tokens_[begin - 1]); ++n)
        --begin;
    };
    back();
    // "The discount will be applied from": what is applied stands before the verb.
    if (begin == label && label > 1 && IsVerb(tokens_[label - 1]))
      if (const size_t noun = BeforeVerb(label - 1); noun < label) {
        begin = noun;
        back();
      }
    if (end < tokens_.size() && tokens_[end].Is(WordClass::kLink) && end != from_) {
      size_t last = end + 1;
      while (last < tokens_.size() && last - end <= kMostBehind && last != from_ &&
             (tokens_[last].Is(WordClass::kPlain) || !IsGrammar(tokens_[last])) &&
             !tokens_[last].Is(WordClass::kStop))
        ++last;
      if (last > end + 1) end = last;
    }
    return {tokens_[begin].begin, tokens_[end - 1].end(), label == best_};
  }

  std::span<const TextToken> tokens_;
  Wants kind_ = 0;
  size_t from_ = 0, to_ = 0;   // tokens of the value itself
  std::vector<Place> others_;  // of its kind
  size_t best_ = SIZE_MAX, distance_ = SIZE_MAX;
};

}  // namespace

std::optional<LabelRange> FindLabel(std::span<const TextToken> tokens, const Folded& folded,
                                    std::span<const Value> all, const Value& value) {
  return Search(tokens, folded, all, value).Run();
}

}  // namespace threadlint::facts
