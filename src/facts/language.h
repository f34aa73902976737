// One language, ready to read with: its words and its phrases compiled.
#pragma once

#include "facts/folded.h"
#include "facts/lexicon.h"
#include "facts/topics.h"
#include "facts/wording.h"
#include "util/regex_set.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {

class Language {
 public:
  explicit Language(Wording wording);

  const Wording& wording() const { return wording_; }
  const Lexicon& lexicon() const { return lexicon_; }
  bool IsTelltale(std::string_view folded_word) const;

  // Calls on_match(phrase, begin, end of what its group took) for every phrase in the folded
  // sentence; a phrase without group gives its match.
  using OnMatch = std::function<void(const Phrase&, const PhraseKind&, size_t begin, size_t end)>;
  void FindPhrases(const Folded& sentence, const OnMatch& on_match) const;

  // Searches that were given up, see util::RegexSet.
  uint64_t GivenUp() const { return patterns_.GivenUp(); }

 private:
  Wording wording_;
  Lexicon lexicon_;
  util::RegexSet patterns_;
  std::vector<std::string> telltales_;  // sorted
};

// The languages to read with. Built-in ones are compiled at the first use.
class Languages {
 public:
  // What the program brings.
  static const Languages& BuiltIn();
  // The same with files of the user added: (name, text). Throws std::invalid_argument with the
  // first error as "name:line: what".
  explicit Languages(const std::vector<std::pair<std::string, std::string>>& files);

  const std::vector<std::unique_ptr<Language>>& all() const { return languages_; }
  // The one whose telltale words stand most often among these; English if there are only a few
  // words that tell nothing; null otherwise.
  const Language* Guess(const std::vector<std::string_view>& folded_words) const;
  uint64_t GivenUp() const;
  const Topics& topics() const { return topics_; }

 private:
  std::vector<std::unique_ptr<Language>> languages_;
  Topics topics_;
};

// A language without words to tell it by is never read with.
void CheckTelltales(const Wording& wording, std::string_view file,
                    std::vector<WordingError>& errors);

// Texts of the wording files that are built in: (name, text).
std::vector<std::pair<std::string_view, std::string_view>> BuiltInWordings();

}  // namespace threadlint::facts
