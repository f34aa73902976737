// The words of one language, looked up by what they come to without their endings.
#pragma once

#include "facts/wording.h"
#include "util/hash.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace threadlint::facts {

enum class WordClass : uint32_t {
  kPlain = 1,
  kVague = 2,
  kOther = 4,
  kLink = 8,
  kAnd = 16,
  kOr = 32,
  kVerb = 64,
  kAction = 128,
  kPart = 256,
  kAsk = 512,
  kAuxiliary = 1024,
  kStop = 2048,
  kQualify = 4096,
  kHolder = 8192,
  kBundle = 16384,
  kNone = 32768,
  kEvent = 65536,
  kMany = 131072,
  kMoves = 262144,
};

using WordClasses = uint32_t;
constexpr WordClasses Bit(WordClass c) { return static_cast<WordClasses>(c); }

// Words that join others and name nothing themselves.
inline constexpr WordClasses kJoining =
    Bit(WordClass::kPlain) | Bit(WordClass::kLink) | Bit(WordClass::kAnd) | Bit(WordClass::kOr);

struct WordEntry {
  WordClasses classes = 0;
  WordId same_as = 0;  // 0: itself
  std::vector<WordId> instance_of;
  Wants wants = 0;   // a value that this word asks for
  Wants hangs = 0;   // what is sent as an attachment
  Wants labels = 0;  // values that it has
  void Add(const WordEntry& other);
  bool Is(WordClass c) const { return (classes & Bit(c)) != 0; }
};

// What a lexicon has on a word of a text.
struct KnownWord {
  const WordEntry* entry = nullptr;  // never null where Lexicon::Know gave it
  WordId id = 0;
  size_t tail = 0;                  // see Lexicon::TailOf
  std::vector<uint32_t> compounds;  // into Lexicon::compounds(): those that begin with it
};

class Lexicon {
 public:
  explicit Lexicon(const Wording& wording);
  Lexicon(Lexicon&&) = default;

  // All that the functions below say of it, looked up once: texts have few words that are new.
  // Stands until the thread's next call.
  const KnownWord& Know(std::string_view word) const;

  // `word` folded, without blanks.
  WordId Id(std::string_view word) const;
  std::string Stem(std::string_view word) const;
  // Empty entry if the word stands in no list. Looked up as written, then without its ending.
  const WordEntry& Of(std::string_view word) const;

  // "l'" of "l'adresse": a word of its own in this language.
  bool IsBeginning(std::string_view text) const {
    return std::ranges::find(beginnings_, text) != beginnings_.end();
  }
  // "relevé bancaire", where other languages say "bank statement".
  bool NounsFirst() const { return nouns_first_; }

  // Bytes at the end of `word` that are a noun of their own, which another one before it tells
  // more of: "nummer" in "kundennummer", "nr" in "kunden-nr". 0: it is one word.
  size_t TailOf(std::string_view word) const;

  // Phrases of several words that act as one ("as well as"): longest first, by class.
  struct Compound {
    std::string text;
    WordClass what;
  };
  const std::vector<Compound>& compounds() const { return compounds_; }
  // The longest that `rest` begins with, as whole words, and its bytes there: nouns may have an
  // ending. `word` is the first of it. Null if none.
  const Compound* CompoundAt(std::string_view rest, const KnownWord& word, size_t& length) const;

 private:
  WordEntry& Entry(std::string_view word, bool stemmed);
  std::string Spelled(std::string_view word) const;
  std::vector<uint32_t> CompoundsWith(std::string_view word) const;

  uint64_t number_;  // no other one has it
  // Longest first; what stands instead.
  std::vector<std::pair<std::string, std::string>> endings_, spelled_;
  std::vector<std::string> tails_;  // longest first
  using Entries = std::unordered_map<std::string, WordEntry, util::StringHash, std::equal_to<>>;
  Entries exact_, stems_;
  std::vector<Compound> compounds_;
  std::vector<uint32_t> compounds_by_text_;
  std::vector<std::string> beginnings_;
  bool nouns_first_ = false;
};

}  // namespace threadlint::facts
