// Patterns of wording files made regular expressions.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace threadlint::facts {

// Parts of patterns by name, folded, as written: they may name other sets.
using PatternSets = std::map<std::string, std::string, std::less<>>;

// The pattern as text is looked at (facts/folded.h), escapes as they are: "\S" is not "\s".
std::string FoldPattern(std::string_view pattern);

// Puts in what "{set}", "{thing}" and "{what:set}" stand for; "{2,5}" is a repetition. `error` says
// what is wrong, and is left alone if nothing is.
std::string ExpandPattern(std::string_view folded, const PatternSets& sets, std::string& error);

// Groups of a regular expression that capture.
size_t CountGroups(std::string_view regex);

// Where a match must be the begin or end of a word: before a pattern that begins with a letter, a
// group or a set, and behind every pattern.
struct WordEdges {
  bool begin = false, end = false;
};
WordEdges EdgesOf(std::string_view folded_pattern);

// True if no word runs over that place of a folded text. Scripts without blanks have no words.
bool IsWordEdge(std::string_view folded, size_t at);

}  // namespace threadlint::facts
