#pragma once

#include "moves.h"
#include "prng.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::bench {

// The tables, each in a file of its own.
std::span<const MoveText> CustomerTexts();
std::span<const MoveText> DeskTexts();
std::span<const MoveText> GermanTexts();
std::span<const MoveText> FrenchTexts();
std::span<const MoveText> SpanishTexts();

// What stands in {…}: name and value.
using Slots = std::vector<std::pair<std::string_view, std::string>>;

// Says things: one of a move's templates with its choices made and its slots filled. Nobody says
// the same twice in a letter: the templates come in turn from where chance began. Throws
// std::logic_error on a template that is malformed or names an unknown slot.
class Speaker {
 public:
  Speaker(Language language, Slots slots, Prng& prng);
  std::string Say(Move move);

 private:
  Language language_;
  Slots slots_;
  Prng& prng_;
  size_t turn_;
};

// How letters of a language begin and end.
struct LetterWords {
  std::string_view hello_customer;  // by the desk: {first}
  std::string_view hello_desk;
  std::string_view regards;
  std::string_view sent_from_phone;
};
const LetterWords& WordsOfLetters(Language language);

}  // namespace threadlint::bench
