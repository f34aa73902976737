// Lines of a mail as its writer meant them: what goes on over a line end, and what begins anew.
#pragma once

#include "mail/own_text.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace threadlint::facts::sentences {

// The bytes of a list mark and the blanks behind it, at the beginning of `text`: "- ", "• ", "1. ",
// "a) ", "(2) "; 0: none stands there.
size_t ItemMarkLength(std::string_view text);

// "Hi Anna,", "Sehr geehrte Damen und Herren:", "Bonjour"
bool IsGreeting(std::string_view line);

// The bytes of a greeting before other words of the same line: "Hi Anna, " of "Hi Anna, it has
// come."; 0: there is none.
size_t GreetingLength(std::string_view run);

// "Order: 123": a word or a few, a colon, and something behind it.
bool IsLabelled(std::string_view line);

// How the writer sets lines, from all of his.
class LineHabits {
 public:
  explicit LineHabits(std::span<const mail::TextLine> lines);

  // Begins sentences with capitals.
  bool Capitals() const { return capitals_; }
  // The line end between two lines of one paragraph is that of a program that wraps, and no end of
  // a thought.
  bool GoesOn(std::string_view line, std::string_view next) const;

 private:
  bool capitals_ = true;
  size_t column_ = 0;  // where lines are wrapped; 0: they are not
};

}  // namespace threadlint::facts::sentences
