#include "facts/things.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace threadlint::facts {
namespace {

constexpr size_t kMostThings = 16;  // of one sentence
constexpr size_t kMostWords = 10;   // of one thing

// One thing's tokens, with how it is joined to the one before.
struct Chunk {
  size_t begin = 0, end = 0;
  bool alternative = false;
  size_t clause = 0;  // where a clause begins that says which one is meant; 0: none does
};

class Splitter {
 public:
  explicit Splitter(std::span<const TextToken> tokens) : tokens_(tokens) {}

  std::vector<Chunk> Run(size_t i, size_t end) {
    for (; i < end && chunks_.size() < kMostThings; ++i) {
      const TextToken& token = tokens_[i];
      if (token.text == "(") {
        // "(a bill, for example)" is what would do, "(not a copy)" what would not.
        Close(i);
        alternative_ = inside_ = true;
      } else if (token.text == ")") {
        Close(i);
        alternative_ = inside_ = false;
      } else if (inside_ && Ends(i)) {
        // "(it is on the base)": the list goes on behind it.
        Close(i);
        while (i + 1 < end && tokens_[i + 1].text != ")") ++i;
      } else if (token.text == ",") {
        Close(i);
        after_comma_ = true;
        continue;
      } else if (token.Is(WordClass::kAnd) || token.Is(WordClass::kOr) || token.text == "/") {
        Close(i);
        alternative_ = token.Is(WordClass::kOr);
      } else if (Ends(i)) {
        const bool one = open_.has_value();
        Close(i);
        if (!one || !token.Is(WordClass::kQualify)) break;
        // "The date you moved out, a meter reading": a clause ends its thing, not the list.
        chunks_.back().clause = i + 1;
        while (i + 1 < end && tokens_[i + 1].text != ",") ++i;
      } else if (!open_) {
        open_ = i;
      }
      after_comma_ = false;
    }
    Close(i);
    return std::move(chunks_);
  }

 private:
  bool Ends(size_t i) const {
    const TextToken& token = tokens_[i];
    if (token.text == ";" || token.text == "?" || token.text == "!" || token.text == ":")
      return true;
    if (token.text == "-") return open_.has_value();
    if (token.text == ".") return i + 1 < tokens_.size() && tokens_[i + 1].begin > token.end();
    // In a question the verb parts the noun from the rest: "which plan are you on".
    // Behind a mere comma it speaks of what stands before: "the meter, which is in the hall".
    if (token.Is(WordClass::kAsk) && !open_ && !after_comma_) return false;
    if (token.Is(WordClass::kAuxiliary) && open_ && tokens_[*open_].Is(WordClass::kAsk))
      return false;
    if (token.Is(WordClass::kStop)) return true;
    // "..., and reply to this mail": not a thing, and what follows is none either.
    return token.Is(WordClass::kVerb) && !open_ && !chunks_.empty();
  }

  void Close(size_t end) {
    if (open_ && *open_ < end) chunks_.push_back({*open_, end, alternative_});
    if (open_) alternative_ = false;
    open_.reset();
  }

  std::span<const TextToken> tokens_;
  std::vector<Chunk> chunks_;
  std::optional<size_t> open_;
  bool alternative_ = false;
  bool after_comma_ = false;
  bool inside_ = false;  // parentheses
};

bool IsGrammar(const TextToken& t) {
  return t.IsAny(kJoining | Bit(WordClass::kAsk) | Bit(WordClass::kStop) |
                 Bit(WordClass::kAuxiliary));
}

class Reader {
 public:
  Reader(std::span<const TextToken> tokens, const Folded& folded, const Lexicon& lexicon,
         bool wants_action)
      : tokens_(tokens), folded_(folded), lexicon_(lexicon), wants_action_(wants_action) {}

  // Empty if the chunk names nothing.
  std::optional<Thing> Read(const Chunk& chunk, std::vector<WordId>& words) {
    Thing thing;
    thing.alternative = chunk.alternative;
    if (tokens_[chunk.begin].Is(WordClass::kNone)) return std::nullopt;
    size_t i = chunk.begin;
    size_t end = chunk.end;
    if (tokens_[i].Is(WordClass::kAsk)) {
      thing.wants |= tokens_[i].entry->wants;
      ++i;
      // "what is the code", "what code are you seeing": the noun is behind or before the verb.
      const size_t verb = Find(i, end, WordClass::kAuxiliary);
      if (verb == i) ++i;
      if (verb > i && verb < end) return Noun(i, verb, end, thing, words);
    }
    return Noun(i, end, end, thing, words);
  }

  bool has_complement = false;

  // Words of the clause at `i`, up to its end.
  void Clause(size_t i, std::vector<WordId>& words) {
    Thing ignored;
    for (; i < tokens_.size(); ++i) {
      const TextToken& token = tokens_[i];
      if (token.text == "." || token.text == "?" || token.text == "," || token.text == ";") break;
      Add(token, ignored, words);
    }
  }

 private:
  size_t Find(size_t i, size_t end, WordClass what) const {
    while (i < end && !tokens_[i].Is(what)) ++i;
    return i;
  }

  void Add(const TextToken& token, Thing& thing, std::vector<WordId>& words) {
    const WordEntry& entry = *token.entry;
    if (entry.Is(WordClass::kOther)) thing.other = true;
    if (!token.word || IsGrammar(token) || token.text.size() < 2 || entry.Is(WordClass::kVague) ||
        entry.Is(WordClass::kOther) || entry.Is(WordClass::kPart) || words.size() >= kMostWords)
      return;
    const WordId id = token.id;
    if (std::ranges::find(words, id) == words.end()) words.push_back(id);
  }

  // The noun stands in [i, noun_end), what it is of behind it.
  std::optional<Thing> Noun(size_t i, size_t noun_end, size_t end, Thing thing,
                            std::vector<WordId>& words) {
    // An article that links nouns elsewhere: German "der".
    while (i + 1 < noun_end && tokens_[i].Is(WordClass::kLink) && tokens_[i].Is(WordClass::kPlain))
      ++i;
    const size_t first = i;
    const size_t link = std::min(Find(i, noun_end, WordClass::kLink), noun_end);
    const TextToken* head = HeadWord(i, link);
    for (size_t k = i; k < link; ++k) Add(tokens_[k], thing, words);
    const bool other = thing.other;
    thing.other = false;
    const size_t before = words.size();
    for (size_t k = link; k < end; ++k) Add(tokens_[k], thing, words);
    thing.other_of = thing.other;
    thing.other = other;
    thing.noun_words = static_cast<uint32_t>(before);
    has_complement = words.size() > before;
    // "a copy of the invoice" is an invoice.
    if (head == nullptr || head->entry->Is(WordClass::kPart)) {
      const size_t next = std::min(Find(link + 1, end, WordClass::kLink), end);
      if (const TextToken* inner = HeadWord(std::min(link + 1, end), next)) head = inner;
    }
    if (head == nullptr) return std::nullopt;
    const WordEntry& entry = *head->entry;
    thing.head = head->id;
    thing.bundle = entry.Is(WordClass::kBundle);
    thing.general = entry.Is(WordClass::kHolder);
    thing.event = entry.Is(WordClass::kEvent);
    thing.many = entry.Is(WordClass::kMany);
    thing.moves = entry.Is(WordClass::kMoves);
    // "Phone number", "email address": what stands before the noun says it better.
    Wants before_head = 0;
    // "Code type" is no code.
    const bool holds = entry.wants != 0 || entry.Is(WordClass::kHolder);
    if (lexicon_.NounsFirst()) {
      // "Adresse mail", "numéro de téléphone": up to the second link.
      const auto at = static_cast<size_t>(head - tokens_.data());
      const size_t of = Find(at, end, WordClass::kLink);
      const size_t behind = std::min(Find(std::min(of + 1, end), end, WordClass::kLink), end);
      for (size_t k = at + 1; holds && k < behind; ++k) before_head |= tokens_[k].entry->wants;
    }
    for (size_t k = i; holds && k < link && &tokens_[k] != head; ++k)
      before_head |= tokens_[k].entry->wants;
    if (holds) thing.form = thing.head;
    thing.wants |= before_head != 0 ? before_head : entry.wants;
    thing.wants |= entry.hangs;
    if (wants_action_) thing.wants = kWantsAction;
    if (words.empty()) return std::nullopt;
    const uint32_t from = tokens_[first].begin;
    const uint32_t to = tokens_[end - 1].end();
    thing.at.begin = folded_.Begin(from);
    thing.at.length = folded_.End(to) - thing.at.begin;
    return thing;
  }

  // The noun: the last word, or the first where what tells more of it stands behind.
  const TextToken* HeadWord(size_t i, size_t end) const {
    if (!lexicon_.NounsFirst()) return LastWord(i, end);
    for (; i < end; ++i) {
      const WordEntry& entry = *tokens_[i].entry;
      if (IsNoun(tokens_[i]) && !entry.Is(WordClass::kVague) && !entry.Is(WordClass::kOther))
        return &tokens_[i];
    }
    return nullptr;
  }

  static bool IsNoun(const TextToken& token) {
    return token.word && !IsGrammar(token) && token.text.size() > 1;
  }

  const TextToken* LastWord(size_t i, size_t end) const {
    const TextToken* out = nullptr;
    for (; i < end; ++i)
      if (IsNoun(tokens_[i])) out = &tokens_[i];
    return out;
  }

  std::span<const TextToken> tokens_;
  const Folded& folded_;
  const Lexicon& lexicon_;
  bool wants_action_;
};

}  // namespace

std::vector<Thing> ReadThings(std::span<const TextToken> tokens, const Folded& folded, size_t begin,
                              size_t end, bool wants_action, const Lexicon& lexicon,
                              Reading& reading) {
  const auto from = std::ranges::lower_bound(tokens, begin, {}, &TextToken::begin);
  const auto to = std::ranges::lower_bound(tokens, end, {}, &TextToken::begin);
  const auto first = static_cast<size_t>(from - tokens.begin());
  const auto last = static_cast<size_t>(to - tokens.begin());
  struct Found {
    Thing thing;
    std::vector<WordId> words;
    std::vector<WordId> qualifiers;
    bool has_complement = false;
  };
  std::vector<Found> found;
  for (const Chunk& chunk : Splitter(tokens).Run(first, last)) {
    Found one;
    Reader reader(tokens, folded, lexicon, wants_action);
    const auto thing = reader.Read(chunk, one.words);
    if (!thing) continue;
    one.thing = *thing;
    if (chunk.clause != 0) reader.Clause(chunk.clause, one.qualifiers);
    one.has_complement = reader.has_complement;
    found.push_back(std::move(one));
  }
  // "The name and number of the other driver": both are of the driver.
  for (size_t i = 1; i < found.size(); ++i) {
    if (!found[i].has_complement) continue;
    for (size_t k = i; k-- > 0 && !found[k].has_complement && found[k].words.size() == 1 &&
                       found[k].thing.form != 0;) {
      found[k].thing.other = found[k].thing.other || found[i].thing.other;
      for (const WordId word : found[i].words)
        if (word != found[i].thing.head) found[k].words.push_back(word);
    }
  }
  std::vector<Thing> out;
  for (Found& one : found) {
    one.thing.words_begin = static_cast<uint32_t>(reading.thing_words.size());
    one.thing.words = static_cast<uint32_t>(one.words.size());
    reading.thing_words.insert(reading.thing_words.end(), one.words.begin(), one.words.end());
    one.thing.qualifiers_begin = static_cast<uint32_t>(reading.thing_words.size());
    one.thing.qualifiers = static_cast<uint32_t>(one.qualifiers.size());
    reading.thing_words.insert(reading.thing_words.end(), one.qualifiers.begin(),
                               one.qualifiers.end());
    out.push_back(one.thing);
  }
  return out;
}

}  // namespace threadlint::facts
