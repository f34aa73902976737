#include "facts/lexicon.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {
namespace {

Lexicon Make(std::string_view lines) {
  Wording wording;
  std::vector<WordingError> errors;
  ReadWording("language xx Test\n" + std::string(lines), "f", wording, errors);
  REQUIRE(errors.empty());
  return Lexicon(wording);
}

constexpr std::string_view kEndings = "ending ing ed es s ies:y ied:y ly 's\n";

TEST_CASE("forms of a word come to the same") {
  const Lexicon lexicon = Make(kEndings);
  const auto same = [&](std::string_view a, std::string_view b) {
    return lexicon.Id(a) == lexicon.Id(b);
  };
  CHECK(same("photo", "photos"));
  CHECK(same("box", "boxes"));
  CHECK(same("delivery", "deliveries"));
  CHECK(same("supplied", "supply"));
  CHECK(same("stopped", "stop"));
  CHECK(same("calling", "call"));
  CHECK(same("reference", "referenced"));
  CHECK(same("invoice", "invoices"));
  CHECK(same("customer's", "customer"));
  CHECK_FALSE(same("bus", "bu"));  // too short to have an ending
  CHECK_FALSE(same("being", "be"));
  CHECK_FALSE(same("order", "border"));
}

TEST_CASE("letters written otherwise are the same") {
  const Lexicon lexicon = Make("spelled ae:a ue:u\nending en e\nvague prufung\n");
  CHECK(lexicon.Id("zaehler") == lexicon.Id("zahler"));
  CHECK(lexicon.Id("gebuehren") == lexicon.Id("gebuhr"));
  CHECK(lexicon.Of("pruefung").Is(WordClass::kVague));
  CHECK(Make("").Id("zaehler") != Make("").Id("zahler"));
}

TEST_CASE("a noun at the end of another word is one of its own") {
  const Lexicon lexicon = Make("tail nummer nr stand\nending n\nwants phone: rufnummer,\n");
  CHECK(lexicon.TailOf("kundennummer") == 6);
  CHECK(lexicon.TailOf("kunden-nr") == 2);
  CHECK(lexicon.TailOf("nummer") == 0);
  CHECK(lexicon.TailOf("zustand") == 0);    // too short before
  CHECK(lexicon.TailOf("rufnummer") == 0);  // known as a whole
  CHECK(lexicon.TailOf("nummernschild") == 0);
}

TEST_CASE("without endings words are what they are") {
  const Lexicon lexicon = Make("");
  CHECK(lexicon.Id("photo") != lexicon.Id("photos"));
  CHECK(lexicon.Id("photo") == lexicon.Id("photo"));
}

TEST_CASE("words alike are one, in all their forms") {
  const Lexicon lexicon =
      Make(std::string(kEndings) + "alike photo: picture pics\nhangs image: photo\n");
  CHECK(lexicon.Id("picture") == lexicon.Id("photo"));
  CHECK(lexicon.Id("pictures") == lexicon.Id("photos"));
  CHECK(lexicon.Id("pic") == lexicon.Id("photo"));
  CHECK(lexicon.Id("paper") != lexicon.Id("photo"));
  // What counts for the one counts for the others.
  CHECK(lexicon.Of("pictures").hangs == kWantsImage);
}

TEST_CASE("nouns of several words are alike and instances too") {
  const Lexicon lexicon =
      Make(std::string(kEndings) +
           "alike delivery note: waybill, goods ticket\n"
           "instance operating system: windows, mac os\nhangs document: waybill\n");
  CHECK(lexicon.Id("waybill") == lexicon.Id("delivery note"));
  CHECK(lexicon.Id("goods tickets") == lexicon.Id("delivery notes"));
  CHECK(lexicon.Of("mac os").instance_of == std::vector<WordId>{lexicon.Id("operating system")});
  size_t length = 0;
  for (const char* text : {"delivery note", "goods ticket", "operating system", "mac os"}) {
    CAPTURE(text);
    const std::string_view word =
        std::string_view(text).substr(0, std::string_view(text).find(' '));
    REQUIRE(lexicon.CompoundAt(text, lexicon.Know(word), length) != nullptr);
    CHECK(length == std::string_view(text).size());
  }
  length = 7;
  CHECK(lexicon.CompoundAt("macos", lexicon.Know("macos"), length) == nullptr);
  CHECK(length == 7);
}

TEST_CASE("an instance is a word of its own that stands for its class") {
  const Lexicon lexicon =
      Make(std::string(kEndings) + "instance browser: firefox chrome\ninstance app: chrome\n");
  CHECK(lexicon.Id("firefox") != lexicon.Id("browser"));
  REQUIRE(lexicon.Of("firefox").instance_of.size() == 1);
  CHECK(lexicon.Of("firefox").instance_of[0] == lexicon.Id("browsers"));
  CHECK(lexicon.Of("chrome").instance_of.size() == 2);
  CHECK(lexicon.Of("browser").instance_of.empty());
}

TEST_CASE("what asks for a value or an attachment, in one or several lists") {
  const Lexicon lexicon = Make(std::string(kEndings) +
                               "wants identifier number: reference\nwants tracking: reference\n"
                               "wants number: how many, mileage\nhangs document: invoice\n");
  CHECK(lexicon.Of("references").wants ==
        (WantsNamed("identifier") | WantsNamed("number") | WantsNamed("tracking")));
  CHECK(lexicon.Of("how many").wants == WantsNamed("number"));
  CHECK(lexicon.Of("invoices").hangs == kWantsDocument);
  CHECK(lexicon.Of("invoices").wants == 0);
  CHECK(lexicon.Of("nothing").wants == 0);
}

TEST_CASE("words of grammar are what they are in that form alone") {
  const Lexicon lexicon = Make(std::string(kEndings) + "plain need\nvague clear\nother second\n");
  CHECK(lexicon.Of("need").Is(WordClass::kPlain));
  CHECK_FALSE(lexicon.Of("needed").Is(WordClass::kPlain));
  CHECK(lexicon.Of("clearly").Is(WordClass::kVague));
  CHECK(lexicon.Of("seconds").Is(WordClass::kOther));
}

TEST_CASE("a word can be of several classes, as written and by its stem") {
  const Lexicon lexicon =
      Make(std::string(kEndings) + "ask who\nplain who\nwants name: who\nstop what\n");
  const WordEntry& entry = lexicon.Of("who");
  CHECK(entry.Is(WordClass::kAsk));
  CHECK(entry.Is(WordClass::kPlain));
  CHECK_FALSE(entry.Is(WordClass::kStop));
  CHECK(entry.wants == kWantsName);
}

TEST_CASE("several words that act as one come longest first") {
  const Lexicon lexicon = Make("and and, as well as, as well\nstop so, so that\n");
  std::vector<std::string> texts;
  for (const Lexicon::Compound& compound : lexicon.compounds()) texts.push_back(compound.text);
  CHECK(texts == std::vector<std::string>{"as well as", "as well", "so that"});
  CHECK(lexicon.compounds()[0].what == WordClass::kAnd);
  CHECK(lexicon.Of("and").Is(WordClass::kAnd));
}

TEST_CASE("what is known of a word is what each question about it says, whoever asked before") {
  const Lexicon german = Make("tail nummer\nvague nummer\nending n\nstop so bald wie, so\n");
  const Lexicon english = Make("other so\nand so as, as\n");
  for (int round = 0; round < 2; ++round)
    for (const Lexicon* lexicon : {&german, &english})
      for (const std::string word : {"kundennummer", "nummern", "so", "sofort", "wie", ","}) {
        CAPTURE(word);
        const auto& known = lexicon->Know(word);
        CHECK(known.entry == &lexicon->Of(word));
        CHECK(known.id == lexicon->Id(word));
        CHECK(known.tail == lexicon->TailOf(word));
        CHECK(known.compounds.size() == (word == "so" ? 1 : 0));
      }
  CHECK(german.Know("so").entry->classes != english.Know("so").entry->classes);
}

}  // namespace
}  // namespace threadlint::facts
