// The wording of one language as data: what people ask, give, deny and promise in, for support
// people to extend. Its form is described in threadlint-wording(5).
#pragma once

#include "facts/reading.h"
#include "facts/wording_pattern.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {

// A sentence that a phrase must (or must not) be found in, and the thing it must find there.
struct PhraseExample {
  std::string text;
  std::string thing;  // empty: none, or any
  bool found = true;
  uint32_t line = 0;
};

struct Phrase {
  std::string kind;        // "request", "conditional", ...: see PhraseKinds()
  std::string pattern;     // as written
  std::string regex;       // for util::RegexSet
  WordEdges edges;         // where a match must not begin or end inside a word
  bool has_thing = false;  // a group of it is what is asked for, acknowledged or denied
  bool has_what = false;   // one is what a claim says of that: "available"
  size_t thing_group = 1, what_group = 1;
  std::vector<PhraseExample> examples;
  std::string file;
  uint32_t line = 0;
  std::string subject;  // of kinds that have one, folded
};

// One line "keyword [subject:] words".
struct WordList {
  std::string keyword, subject;
  std::vector<std::string> words;
  std::string file;
  uint32_t line = 0;
};

struct WordingError {
  std::string file;
  uint32_t line = 0;  // 1-based
  std::string text;   // what, and what to do
};

struct Wording {
  std::string language;       // ISO 639-1, lower case
  std::string name;           // "English"
  bool experimental = false;  // off unless it is asked for
  bool capitals = false;      // all nouns begin with one
  std::vector<WordList> lists;
  std::vector<Phrase> phrases;
  PatternSets sets;
  size_t set_lines = 0;  // that made sets or added to them
};

// What a phrase says of the sentence it stands in: a fact about a thing, or a mark.
struct PhraseKind {
  std::string_view name;
  std::optional<FactKind> fact;
  std::optional<Mark> mark;
  std::string_view says;  // one line for the manual
  bool subject = false;   // "says departure: from {thing}"
  bool bare = false;      // a phrase of it may have a {thing}, or none
};
const std::vector<PhraseKind>& PhraseKinds();
const PhraseKind* FindPhraseKind(std::string_view name);

// Keywords of word lists, with what they are for.
struct ListKind {
  std::string_view name;
  bool subject = false;  // has "subject:" before its words
  std::string_view says;
  bool words = true;  // false: the keyword stands alone
};
const std::vector<ListKind>& ListKinds();

// What the first lines of a file say of it.
struct WordingHead {
  std::string language;  // code; empty: it says none
  bool experimental = false;
};
WordingHead HeadOf(std::string_view text);
inline std::string LanguageOf(std::string_view text) { return HeadOf(text).language; }

// The lines of the file that count whether or not a mail is in its language: what tells it, what
// departments are called, topics, and which states can follow each other. All others are empty, so
// that lines keep their numbers.
std::string OpenLinesOf(std::string_view text);

// Adds what the file says to `wording`, whose language must be the same or not set yet. What is
// wrong is left out and told in `errors`, by line; never fails otherwise. `text` in UTF-8, with or
// without byte order mark, lines ended by LF or CRLF. Whether each pattern is a regular expression
// takes most of the time; of kTested files a test has seen to it.
enum class Patterns : uint8_t { kChecked, kTested };
void ReadWording(std::string_view text, std::string_view file, Wording& wording,
                 std::vector<WordingError>& errors, Patterns patterns = Patterns::kChecked);

// Subjects of phrases of kind "due" ("hour", "next-week"); kNone if there is none of that name.
Due DueNamed(std::string_view name);
std::vector<std::string_view> DueNames();

// Kinds of values and attachments by their names in wording files ("identifier", "image"); 0 if
// there is none.
Wants WantsNamed(std::string_view name);
std::vector<std::string_view> WantsNames();

}  // namespace threadlint::facts
