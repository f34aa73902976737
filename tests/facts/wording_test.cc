#include "facts/wording.h"

#include "facts/check_wording.h"
#include "facts/language.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::facts {
namespace {

constexpr std::string_view kHead = "language xx Test\n";

struct Read {
  Wording wording;
  std::vector<WordingError> errors;
};

Read ReadText(std::string_view text) {
  Read out;
  ReadWording(text, "f", out.wording, out.errors);
  return out;
}

// "line: what" of each error below the line of the language.
std::vector<std::string> ErrorsIn(std::string_view lines) {
  std::vector<std::string> out;
  for (const WordingError& error : ReadText(std::string(kHead) + std::string(lines)).errors)
    out.push_back(fmt::format("{}: {}", error.line, error.text));
  return out;
}

using Errors = std::vector<std::string>;

TEST_CASE("what is no entry is told with its line") {
  CHECK(ErrorsIn("# a comment\n\n   # another\n") == Errors{});
  CHECK(ErrorsIn("plane a the\n") ==
        Errors{"2: 'plane' is no keyword; 'threadlint wording keywords' lists them"});
  CHECK(ErrorsIn("plain\n") == Errors{"2: the list is empty"});
  CHECK(ErrorsIn("alike photo picture\n") == Errors{"2: 'alike SUBJECT: words' lacks its colon"});
  CHECK(ErrorsIn("alike : picture\n") == Errors{"2: 'alike SUBJECT: words' lacks its subject"});
  const Errors wants = ErrorsIn("wants phone fax: fax\n");
  REQUIRE(wants.size() == 1);
  CHECK(wants[0].starts_with(
      "2: 'fax' is no kind of value or attachment; there are: amount, date, "));
  CHECK(ErrorsIn("  + hello\n") ==
        Errors{"2: an indented line is an example, and stands below the phrase it is of"});
  CHECK(ErrorsIn("plain a\n  + hello\n").size() == 1);
}

TEST_CASE("a file says first what language it is of") {
  const auto first = [](std::string_view text) {
    const Read read = ReadText(text);
    return read.errors.empty() ? "" : read.errors.front().text;
  };
  CHECK(first("plain a\nplain b\n").starts_with("the first line must be 'language CODE NAME'"));
  CHECK(ReadText("plain a\nplain b\n").errors.size() == 1);  // one is enough
  CHECK(first("").starts_with("there is nothing in it"));
  CHECK(first("# only this\n").starts_with("there is nothing in it"));
  for (const char* code : {"eng English", "EN English", "e English", ""})
    CHECK(first(std::string("language ") + code).starts_with("a language has a code of two small"));
  CHECK(first("language xx Test\nlanguage yy Other\n") ==
        "a file is of one language; this one is of 'xx', not 'yy'");
  CHECK(first("language xx Test\r\nplain a\r\n").empty());
  CHECK(first("\xef\xbb\xbflanguage xx Test\n").empty());
  CHECK(first("language xx Test\nplain a" + std::string(1, '\0') + "b\n")
            .starts_with("this is no text in UTF-8"));
  CHECK(first("language xx Test\nplain f\xfcr\n").starts_with("this is no text in UTF-8"));
  CHECK(LanguageOf("# x\n\n language de German\n") == "de");
  CHECK(LanguageOf("nothing") == "");
}

TEST_CASE("phrases have a pattern, a thing where they are of one, and an example") {
  CHECK(ErrorsIn("request\n  + x\n") == Errors{"2: 'request' lacks its pattern"});
  CHECK(ErrorsIn("request send us\n  + send us\n") ==
        Errors{"2: a phrase of kind 'request' names one {thing}"});
  CHECK(ErrorsIn("request {thing} and {thing}\n").size() == 1);
  CHECK(ErrorsIn("negated not {thing}\n  + not x\n") ==
        Errors{"2: a phrase of kind 'negated' has no {thing} and no group: write (?:...)"});
  CHECK(ErrorsIn("negated (not|no)\n").size() == 1);
  CHECK(ErrorsIn("negated [(]not\n  + (not\n") == Errors{});  // a sign, no group
  CHECK(
      ErrorsIn("negated not(?\n").front().starts_with("2: the pattern is no regular expression: "));
  CHECK(ErrorsIn("negated a(?=b)\n")
            .front()
            .starts_with("2: the pattern is no regular expression: "));
  CHECK(ErrorsIn("negated not\n") ==
        Errors{"2: the phrase has no example: add a line '  + a sentence with it' below"});
  CHECK(ErrorsIn("negated not\n  - now\n").size() == 1);
  CHECK(ErrorsIn("negated not\n  it is not\n") ==
        Errors{"3: an example begins with '+' (found) or '-' (not found)"});
  CHECK(ErrorsIn("negated not\n  +\n") == Errors{"3: the example has no text"});
  for (const char* example : {"negated not\n  + not so => so\n", "request x {thing}\n  - y => z\n"})
    CHECK(ErrorsIn(example) ==
          Errors{"3: '=>' names what a phrase with {thing} finds in a '+' example"});
}

TEST_CASE("the subject of a time's end is one of a list") {
  CHECK(ErrorsIn("due next-week: next week\n  + it comes next week\n") == Errors{});
  const Errors errors = ErrorsIn("due soon: soon\n  + it comes soon\n");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].starts_with("2: 'soon' is no end of a time; there are: hour, morning"));
  for (const std::string_view name : DueNames()) CHECK(DueNamed(name) != Due::kNone);
}

TEST_CASE("kinds of phrases with a subject name it before the pattern") {
  for (const PhraseKind& kind : PhraseKinds()) {
    if (!kind.subject || kind.fact == FactKind::kDue) continue;
    CAPTURE(kind.name);
    const std::string name(kind.name);
    CHECK(ErrorsIn(name + " departure: from {thing}\n  + from Oslo => oslo\n") == Errors{});
    for (const char* rest : {" from {thing}", " : from {thing}"})
      CHECK(ErrorsIn(name + rest + "\n  + from Oslo\n") ==
            Errors{"2: '" + name + " SUBJECT: pattern' lacks its subject"});
    CHECK(ErrorsIn(name + " departure:\n") == Errors{"2: '" + name + "' lacks its pattern"});
  }
}

TEST_CASE("errors come by line, and examples of a wrong phrase are no further ones") {
  const Errors errors = ErrorsIn("negated not\nrequest send\n  + send x\n  - y\nplane a\n");
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].starts_with("2: the phrase has no example"));
  CHECK(errors[1].starts_with("3: a phrase of kind"));
  CHECK(errors[2].starts_with("6: 'plane' is no keyword"));
}

TEST_CASE("sets") {
  CHECK(ErrorsIn("set a\n") ==
        Errors{"2: a set is 'set NAME = one|another'; 'set NAME += third' adds to it"});
  CHECK(ErrorsIn("set a =\n") == Errors{"2: the set 'a' is empty"});
  CHECK(ErrorsIn("set thing = a\n").size() == 1);
  CHECK(ErrorsIn("set 2 = a\n").size() == 1);
  CHECK(ErrorsIn("set Big = a\n").size() == 1);
  CHECK(ErrorsIn("set a = (b)\n") == Errors{"2: a set has no group: write (?:...)"});
  CHECK(ErrorsIn("set a = {thing}\n") == Errors{"2: a set has no {thing}"});
  CHECK(ErrorsIn("set a = b[\n").front().starts_with("2: the pattern is no regular"));
  CHECK(ErrorsIn("set a = {b}\n") == Errors{"2: there is no set 'b' above"});
  CHECK(ErrorsIn("set a += b\n") ==
        Errors{"2: there is no set 'a' to add to; 'set a = ...' makes it"});
  CHECK(ErrorsIn("set a = b\nset a = b\n") == Errors{});  // says the same
  CHECK(ErrorsIn("set a = b\nset a = c\n") ==
        Errors{"3: there is a set 'a' already; 'set a += ...' adds to it, or take another name"});
  CHECK(ErrorsIn("set a = b\nset a += {a}\n") == Errors{"3: the set 'a' holds itself"});
  CHECK(ErrorsIn("negated {a}\n  + x\n") == Errors{"2: there is no set 'a' above"});
  CHECK(ErrorsIn("negated {a\n  + x\n") == Errors{"2: a '{' without its '}'"});
}

// What the phrase on the first line finds in the sentence.
std::vector<std::string> Finds(std::string_view lines, std::string_view sentence) {
  Read read = ReadText(std::string(kHead) + std::string(lines));
  REQUIRE(read.errors.empty());
  const Language language(std::move(read.wording));
  const Folded folded = FoldWithPlaces(sentence, 0);
  std::vector<std::string> out;
  language.FindPhrases(folded, [&](const Language::Match& match) {
    if (&match.phrase != language.wording().phrases.data()) return;
    out.push_back(folded.text.substr(match.begin, match.end - match.begin));
    if (!match.what.empty()) out.back() += fmt::format(" ({})", match.what);
  });
  return out;
}

using Found = std::vector<std::string>;

TEST_CASE("sets stand for their words, in sets and behind what was added later") {
  constexpr std::string_view kLines =
      "set verb = send|pass\n"
      "set ask = please {verb}\n"
      "request {ask} us {thing}\n"
      "  + Please send us the key.\n"
      "set verb += post\n";
  CHECK(Finds(kLines, "Please send us the key.") == Found{"the key."});
  CHECK(Finds(kLines, "Please POST  us the key") == Found{"the key"});
  CHECK(Finds(kLines, "Please give us the key") == Found{});
}

TEST_CASE("braces repeat, and are signs behind a backslash") {
  CHECK(Finds("negated n{2,5}o\n  + nno\n", "nnno") == Found{"nnno"});
  CHECK(Finds("negated n{2,5}o\n  + nno\n", "no") == Found{});
  CHECK(Finds("negated x\\{1\\}\n  + x{1}\n", "it is x{1}") == Found{"x{1}"});
}

TEST_CASE("a pattern is compared as text is: folded, but for its escapes") {
  CHECK(Finds("negated Kein  Gr\xc3\xbc\xc3\x9f\n  + x\n", "kein grUSS") == Found{"kein gruss"});
  CHECK(Finds("negated a\\S\\Sb\n  + axxb\n", "a--b a  b") == Found{"a--b"});
  CHECK(Finds("negated it\xe2\x80\x99s\n  + it's\n", "It\xe2\x80\x99s it's") ==
        Found{"it's", "it's"});
}

TEST_CASE("what begins or ends with a letter is a whole word") {
  constexpr std::string_view kPhrase = "negated not so\n  + not so\n";
  CHECK(Finds(kPhrase, "it is not so.") == Found{"not so"});
  CHECK(Finds(kPhrase, "knot so") == Found{});
  CHECK(Finds(kPhrase, "not sour") == Found{});
  CHECK(Finds("negated n't\n  + isn't\n", "isn't") == Found{});
  CHECK(Finds("negated [a-z]+n't\n  + isn't\n", "isn't") == Found{"isn't"});
  CHECK(Finds("negated no[.]\n  + no.\n", "no.x") == Found{"no."});
  // Also where alternatives stand at the ends: another one is tried.
  CHECK(Finds("negated (?:no|not)\n  + no\n", "I do not know a note") == Found{"not"});
  CHECK(Finds("negated lost(?:[.]|!)\n  + lost!\n", "lost. Yes").size() == 1);
  // Where no word class of a regular expression knows the letters.
  constexpr std::string_view kCyrillic =
      "negated \xd0\xbd\xd0\xb5\n  + \xd0\xbd\xd0\xb5\n";  // "не"
  CHECK(Finds(kCyrillic, "\xd0\x9d\xd0\xb5 \xd1\x82\xd0\xb0\xd0\xba") ==
        Found{"\xd0\xbd\xd0\xb5"});                                // "Не так"
  CHECK(Finds(kCyrillic, "\xd0\xbd\xd0\xb5\xd1\x82") == Found{});  // "нет"
  CHECK(Finds(kCyrillic, "\xd0\xb2\xd0\xbd\xd0\xb5") == Found{});  // "вне"
  CHECK(Finds("negated \xe4\xb8\x8d\n  + \xe4\xb8\x8d\n", "\xe6\x88\x91\xe4\xb8\x8d\xe6\x98\xaf")
            .size() == 1);  // no blanks between words
}

std::string WrongWith(std::vector<std::pair<std::string, std::string>> files) {
  try {
    const Languages languages(files);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}

TEST_CASE("a file of the user adds to a built-in language") {
  const std::string text =
      "language en\n"
      "request furnish {send} {thing}\n"
      "  + furnish send the docket => the docket\n"
      "set send += dispatch\n";
  REQUIRE(WrongWith({{"desk", text}}).empty());
  const Languages languages({{"desk", text}});
  CHECK(languages.all().size() == Languages::BuiltIn().all().size());
  const Language* english = languages.Guess({"please", "send", "the", "number"});
  REQUIRE(english != nullptr);
  CHECK(english->wording().language == "en");
  CHECK(english->wording().name == "English");
  // Both the new phrase and the old ones know the verb.
  for (const char* sentence : {"Furnish dispatch the docket", "Please dispatch the docket"}) {
    size_t found = 0;
    const Folded folded = FoldWithPlaces(sentence, 0);
    english->FindPhrases(folded, [&](const Language::Match& match) {
      if (match.kind.fact == FactKind::kRequest &&
          folded.text.substr(match.begin, match.end - match.begin) == "the docket")
        ++found;
    });
    CHECK(found > 0);
  }
}

TEST_CASE("a claim can leave open what it says, within a set") {
  constexpr std::string_view kLines =
      "set sort = free|covered\n"
      "claim rule.yes: {thing} (?:is|are) {what:sort}\n"
      "  + The towing is covered. => the towing\n"
      "claim rule.no: not {what:sort} is {thing}\n"
      "  + Not free is the towing.\n";
  CHECK(Finds(kLines, "The towing is covered, the parts are free.") ==
        Found{"the towing (covered)", ", the parts (free)"});
  CHECK(ErrorsIn("set a = b\nrequest {what:a} {thing}\n") ==
        Errors{"3: a phrase of kind 'request' names one {thing}"});
  CHECK(ErrorsIn("claim a.b: {what:none} x\n") == Errors{"2: there is no set 'none' above"});
}

TEST_CASE("a file of another language makes it") {
  const std::string text =
      "language zz Zorgish\ntelltale zor zog zim\nrequest zog {thing}\n  + zog bla => bla\n";
  const Languages languages({{"zz.wording", text}});
  CHECK(languages.all().size() == Languages::BuiltIn().all().size() + 1);
  const Language* language = languages.Guess({"zim", "zor", "the"});
  REQUIRE(language != nullptr);
  CHECK(language->wording().language == "zz");
  CHECK(languages.Guess({"blorb"})->wording().language == "en");  // nothing tells
  CHECK(languages.Guess({}) == nullptr);
}

using Codes = std::vector<std::string>;

Codes CodesOf(const Languages& languages) {
  Codes out;
  for (const Language* language : languages.all()) out.push_back(language->wording().language);
  return out;
}

TEST_CASE("an experimental language is off unless it is wanted") {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"zz", "# new\nlanguage zz Zorgish\nexperimental\ntelltale zor zog zim\n"},
      {"zy", "language zy Zyrgish\ntelltale zyr zyg\nstatus bla: so no\nimpossible bla: so>no\n"}};
  const Codes zz = {"zz"}, both = {"zz", "en"}, all = {"all"};
  const auto has = [](const Languages& languages, const std::string& code) {
    return std::ranges::count(CodesOf(languages), code) > 0;
  };
  CHECK_FALSE(has(Languages(files), "zz"));
  CHECK(has(Languages(files), "zy"));
  CHECK(CodesOf(Languages(files, zz)) == zz);
  CHECK(CodesOf(Languages(files, both)) == Codes{"en", "zz"});
  CHECK(has(Languages(files, all), "zz"));
  CHECK(has(Languages(files, all), "zy"));
  // Of one that is off mail is known, and not read.
  const Languages off(files);
  CHECK(off.Guess({"zim", "zor", "the"}) == nullptr);
  CHECK(Languages(files, all).Guess({"zim", "zor", "the"}) != nullptr);
  CHECK(Languages(files, zz).Guess({"blorb"}) == nullptr);
  // Where both fit as well, that which can be read.
  CHECK(off.Guess({"zim", "the"})->wording().language == "en");
  // Topics hold whatever is on.
  CHECK(Languages(files, zz).topics().Between(StateOf("bla.so"), StateOf("bla.no")) ==
        Passage::kImpossible);
}

TEST_CASE("a language that nothing is of is refused") {
  const auto wrong = [](const Codes& wanted) -> std::string {
    try {
      const Languages languages({{"zz", "language zz Zorgish\ntelltale zor\n"}}, wanted);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return {};
  };
  CHECK(wrong({"en", "zz"}).empty());
  const std::string text = wrong({"en", "xx"});
  CHECK(text.starts_with("there is no wording of the language 'xx'; there are "));
  CHECK(text.ends_with(", zz"));
  CHECK(WrongWith({{"a", "language zz Zorgish\nexperimental yes\ntelltale zor\n"}}) ==
        "a:2: 'experimental' stands alone in its line");
}

TEST_CASE("languages are refused with the first error and the number of others") {
  CHECK(WrongWith({{"a", "language en\nplane x\n"}}) ==
        "a:2: 'plane' is no keyword; 'threadlint wording keywords' lists them");
  CHECK(WrongWith({{"a", "language en\nplane x\nset y\n"}, {"b", "plain x"}})
            .ends_with("lists them (2 more; 'threadlint wording check' tells all)"));
  CHECK(WrongWith({{"a", "language zz Zorgish\nplain x\n"}})
            .starts_with("a:1: nothing tells text in 'zz' from other languages"));
}

TEST_CASE("examples are run") {
  const auto errors = [](std::string_view lines) {
    std::vector<std::string> out;
    const auto checked = CheckWordings({{"f", "language en\n" + std::string(lines)}});
    for (const WordingError& error : checked.front().errors)
      out.push_back(fmt::format("{}: {}", error.line, error.text));
    return out;
  };
  constexpr std::string_view kPhrase = "request hand over {thing}\n";
  CHECK(errors(std::string(kPhrase) + "  + Hand over the Key. => the key\n  - hand it over\n") ==
        Errors{});
  CHECK(errors(std::string(kPhrase) + "  + Give us the key.\n") ==
        Errors{"3: the phrase is not found in its example"});
  // Another phrase that finds it does not help.
  CHECK(errors(std::string(kPhrase) + "  + Please send the key.\n").size() == 1);
  CHECK(errors(std::string(kPhrase) + "  + Hand over the key. => the lock\n") ==
        Errors{"3: the phrase finds 'the key.' in its example, not 'the lock'"});
  CHECK(errors(std::string(kPhrase) + "  + hand over x\n  - hand over y\n") ==
        Errors{"4: the phrase is found in this, and must not be"});
}

TEST_CASE("files are checked together, each with its own errors and numbers") {
  const auto checked = CheckWordings(
      {{"a", "language zz Zorgish\ntelltale zor\nset v = zig|zag\n"},
       {"b", "language zz\nrequest {v} {thing}\n  + zag bla => bla\n  + nothing\nplain x\n"},
       {"c", "plain x\n"}});
  REQUIRE(checked.size() == 3);
  CHECK(checked[0].errors.empty());
  CHECK(checked[0].lists == 1);
  CHECK(checked[0].phrases == 0);
  CHECK(checked[1].phrases == 1);
  CHECK(checked[1].examples == 2);
  CHECK(checked[1].lists == 1);
  REQUIRE(checked[1].errors.size() == 1);
  CHECK(checked[1].errors[0].file == "b");
  CHECK(checked[1].errors[0].line == 4);
  CHECK(checked[2].errors.size() == 1);
  CHECK(checked[2].language.empty());
}

TEST_CASE("kinds have names of their own, and say what they are for") {
  std::vector<std::string_view> names = {"language", "set", "thing"};
  for (const PhraseKind& kind : PhraseKinds()) {
    names.push_back(kind.name);
    CHECK_FALSE(kind.says.empty());
    CHECK(kind.fact.has_value() != kind.mark.has_value());
    CHECK(FindPhraseKind(kind.name) == &kind);
  }
  for (const ListKind& kind : ListKinds()) {
    names.push_back(kind.name);
    CHECK_FALSE(kind.says.empty());
  }
  std::ranges::sort(names);
  CHECK(std::ranges::adjacent_find(names) == names.end());
  CHECK(FindPhraseKind("none") == nullptr);
  // Every mark that sentences do not get by their own signs has a phrase that sets it.
  for (unsigned i = 0; i < static_cast<unsigned>(Mark::kCount); ++i) {
    const auto mark = static_cast<Mark>(i);
    if (mark == Mark::kQuestion) continue;
    CAPTURE(i);
    CHECK(std::ranges::find(PhraseKinds(), mark, &PhraseKind::mark) != PhraseKinds().end());
  }
  for (const std::string_view name : WantsNames()) CHECK(WantsNamed(name) != 0);
  CHECK(WantsNamed("") == 0);
  CHECK(WantsNamed("colour") == 0);
}

}  // namespace
}  // namespace threadlint::facts
