#include "facts/tokens_of.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {
namespace {

Lexicon Words() {
  Wording wording;
  std::vector<WordingError> errors;
  ReadWording(
      "language xx Test\nending s 's\nplain the of\nand and, as well as, as well\nask how many\n"
      "stop so, so that\nhangs document: delivery note,\n",
      "f", wording, errors);
  REQUIRE(errors.empty());
  return Lexicon(wording);
}

std::vector<std::string> Texts(std::string_view folded) {
  const Lexicon words = Words();
  std::vector<std::string> out;
  for (const TextToken& token : Tokenize(folded, words)) out.emplace_back(token.text);
  return out;
}

using List = std::vector<std::string>;

TEST_CASE("words, numbers and single signs") {
  CHECK(Texts("the box, 2 kg (x)") == List{"the", "box", ",", "2", "kg", "(", "x", ")"});
  CHECK(Texts("a-b it's re-pair -x-") == List{"a-b", "it", "re-pair", "-", "x", "-"});
  CHECK(Texts("ab12-3") == List{"ab12", "-", "3"});
  CHECK(Texts("") == List{});
}

TEST_CASE("beginnings of a language are words of their own") {
  Wording wording;
  std::vector<WordingError> errors;
  ReadWording("language xx Test\nbeginning l' d'\nlink d'\nhangs document: piece d'identite,\n",
              "f", wording, errors);
  REQUIRE(errors.empty());
  const Lexicon words{wording};
  std::string shown;
  for (const TextToken& token : Tokenize("l'avis d'achat, aujourd'hui piece d'identite", words))
    shown += std::string(token.text) + (token.Is(WordClass::kLink) ? "+ " : " ");
  CHECK(shown == "l' avis d'+ achat , aujourd'hui piece d'identite ");
}

TEST_CASE("several words that act as one are one token, the longest first") {
  CHECK(Texts("box as well as lid") == List{"box", "as well as", "lid"});
  CHECK(Texts("so that so") == List{"so that", "so"});
  CHECK(Texts("a delivery note") == List{"a", "delivery note"});
  CHECK(Texts("delivery notes") == List{"delivery notes"});
  CHECK(Texts("delivery notebook") == List{"delivery", "notebook"});
  // But no part of a word.
  CHECK(Texts("as wellington so thatch") == List{"as", "wellington", "so", "thatch"});
  CHECK(Texts("how many2") == List{"how", "many2"});
}

TEST_CASE("tokens know where they stand and what they are") {
  const Lexicon words = Words();
  const auto tokens = Tokenize("the  box's as well", words);
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[1].begin == 5);
  CHECK(tokens[1].end() == 8);  // without its 's
  CHECK(tokens[2].begin == 11);
  CHECK(tokens[2].Is(WordClass::kAnd));
  CHECK(tokens[2].word);
  CHECK(tokens[0].Is(WordClass::kPlain));
  CHECK_FALSE(tokens[1].Is(WordClass::kPlain));
  CHECK(Tokenize("p60", words).front().word);  // the name of a form
  for (const char* none : {"60", "81c2a7", "xy12345678", "("})
    CHECK_FALSE(Tokenize(none, words).front().word);
}

TEST_CASE("words written as one are two where the last is a noun that others stand before") {
  Wording wording;
  std::vector<WordingError> errors;
  ReadWording("language xx Test\nplain fur\ntail nummer sorge\n", "f", wording, errors);
  REQUIRE(errors.empty());
  const Lexicon words(wording);
  const std::string folded = "ihre kundennummer, e-mail-nummer fursorge nummern";
  const auto tokens = Tokenize(folded, words);
  List texts;
  for (const TextToken& token : tokens) texts.emplace_back(token.text);
  CHECK(texts ==
        List{"ihre", "kunden", "nummer", ",", "e-mail", "nummer", "fur", "sorge", "nummern"});
  for (const TextToken& token : tokens)
    CHECK(folded.substr(token.begin, token.text.size()) == token.text);
  CHECK_FALSE(tokens[6].Is(WordClass::kPlain));  // no grammar inside a word
}

}  // namespace
}  // namespace threadlint::facts
