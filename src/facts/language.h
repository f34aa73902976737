// One language, ready to read with: its words and its phrases compiled.
#pragma once

#include "facts/folded.h"
#include "facts/lexicon.h"
#include "facts/topics.h"
#include "facts/wording.h"
#include "util/hash.h"
#include "util/regex_set.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace threadlint::facts {

class Language {
 public:
  explicit Language(Wording wording);

  const Wording& wording() const { return wording_; }
  const Lexicon& lexicon() const { return lexicon_; }

  // Where a phrase stands in a folded sentence.
  struct Match {
    const Phrase& phrase;
    const PhraseKind& kind;
    size_t begin = 0, end = 0;  // of what its {thing} took, or of all of it
    std::string_view what;      // what its {what:...} took
    size_t from = 0, to = 0;    // of all of it
  };
  using OnMatch = std::function<void(const Match&)>;
  // Returns how many searches were given up, see util::RegexSet. on_match must not search itself.
  uint64_t FindPhrases(const Folded& sentence, const OnMatch& on_match) const;

 private:
  struct Found;
  Found Search(std::string_view sentence) const;

  const uint64_t number_;  // no other one has it
  Wording wording_;
  Lexicon lexicon_;
  util::RegexSet patterns_;
  std::vector<const PhraseKind*> kinds_;  // by phrase
};

// The languages to read with. Each is compiled when the first mail in it comes; of those that are
// off only what tells them is known, so that mail in them is not taken for another language.
class Languages {
 public:
  // What the program brings, but for languages that are experimental.
  static const Languages& BuiltIn();
  // The same with files of the user added: (name, text). `wanted`: codes of the languages that are
  // on, or "all"; empty: those that are not experimental. Throws std::invalid_argument with the
  // first error as "name:line: what", or for a code that no file is of.
  explicit Languages(const std::vector<std::pair<std::string, std::string>>& files,
                     std::span<const std::string> wanted = {});
  ~Languages();

  // Those that are on, by code; compiles them all.
  std::vector<const Language*> all() const;
  // The one whose telltale words stand most often among these; English if there are only a few
  // words that tell nothing; null if none does, or if that one is off.
  const Language* Guess(const std::vector<std::string_view>& folded_words) const;
  const Topics& topics() const { return topics_; }
  // No person is called so, whatever language his mail is in: desks sign in languages of their own.
  bool IsTeamWord(std::string_view folded_word) const;

 private:
  class Entry;
  std::vector<std::unique_ptr<Entry>> entries_;  // by code
  // By word the languages that it tells, into entries_.
  std::unordered_map<std::string, std::vector<size_t>, util::StringHash, std::equal_to<>>
      telltales_;
  Topics topics_;
  std::vector<std::string> team_words_;  // sorted
};

// Throws std::invalid_argument unless `code` is "all" or that of a language which is built in or
// which one of the user's files (name, text) is of.
void CheckLanguage(std::string_view code,
                   const std::vector<std::pair<std::string, std::string>>& files);

// A language without words to tell it by is never read with.
void CheckTelltales(const Wording& wording, std::string_view file,
                    std::vector<WordingError>& errors);

// Texts of the wording files that are built in: (name, text).
std::vector<std::pair<std::string_view, std::string_view>> BuiltInWordings();

}  // namespace threadlint::facts
