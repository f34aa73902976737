#include "util/regex_literals.h"

#include "util/ascii.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

namespace {

using threadlint::util::kDigit;
using threadlint::util::kWordEdge;
using threadlint::util::LiteralClause;
using threadlint::util::LiteralWay;
using threadlint::util::RequiredLiterals;
using Ways = std::vector<std::vector<LiteralClause>>;

// The clauses alone.
Ways Of(std::string_view pattern, bool ignore_case = false) {
  Ways out;
  for (const LiteralWay& way : RequiredLiterals(pattern, ignore_case)) out.push_back(way.clauses);
  return out;
}

// By way whether the match begins with its first clause.
std::vector<bool> Begins(std::string_view pattern) {
  std::vector<bool> out;
  for (const LiteralWay& way : RequiredLiterals(pattern, false)) out.push_back(way.begins);
  return out;
}

bool IsWord(char c) { return threadlint::util::IsAlnum(c) || c == '_'; }

std::string_view WithoutEdges(std::string_view literal) {
  const bool begins = literal.starts_with(kWordEdge), ends = literal.ends_with(kWordEdge);
  return literal.substr(begins ? 1 : 0, literal.size() - (begins ? 1 : 0) - (ends ? 1 : 0));
}

bool Stands(std::string_view literal, const std::string& text) {
  const bool begins = literal.starts_with(kWordEdge), ends = literal.ends_with(kWordEdge);
  const std::string_view bare = WithoutEdges(literal);
  const auto edge = [&](size_t at) {
    return at == 0 || at == text.size() || !IsWord(text[at - 1]) || !IsWord(text[at]);
  };
  for (size_t at = text.find(bare); at != std::string::npos; at = text.find(bare, at + 1))
    if ((!begins || edge(at)) && (!ends || edge(at + bare.size()))) return true;
  return false;
}

// A pattern, and a text that it matches.
struct Pair {
  std::string pattern, text;
};

class Maker {
 public:
  explicit Maker(uint32_t seed) : random_(seed) {}

  Pair Make(int depth) {
    switch (depth == 0 ? Below(5) : Below(13)) {
      case 0:
      case 1:
        return Word();
      case 2:
        return {"[a-m]", std::string(1, static_cast<char>('a' + Below(13)))};
      case 3:
        return Below(2) == 0 ? Pair{"[xy]", "y"} : Pair{".", "?"};
      case 4:
        return {Below(2) == 0 ? "\\d" : "[0-9]",
                std::string(1, static_cast<char>('0' + Below(10)))};
      case 7: {
        const Pair inner = Make(depth - 1);
        return {"(?:" + inner.pattern + "){2}", inner.text + inner.text};
      }
      case 8: {
        const Pair inner = Make(depth - 1);
        return {"(?:" + inner.pattern + "){2,3}",
                inner.text + inner.text + (Below(2) == 0 ? inner.text : "")};
      }
      case 9: {
        const Pair inner = Make(depth - 1);
        const bool there = Below(2) == 0;
        return {"(?:" + inner.pattern + ")?", there ? inner.text : ""};
      }
      case 10:
        // As phrases end.
        return {"(?:\\b|\\W|$)", "?"};
      case 5: {
        const Pair inner = Make(depth - 1);
        return {"(" + inner.pattern + ")+", inner.text + (Below(2) == 0 ? inner.text : "")};
      }
      case 6: {
        const Pair a = Make(depth - 1), b = Make(depth - 1);
        return {"(?:" + a.pattern + "|" + b.pattern + ")", Below(2) == 0 ? a.text : b.text};
      }
      default: {
        const Pair a = Make(depth - 1), b = Make(depth - 1);
        return {a.pattern + b.pattern, a.text + b.text};
      }
    }
  }

 private:
  int Below(int limit) { return static_cast<int>(random_() % static_cast<uint32_t>(limit)); }
  Pair Word() {
    static const std::string kWords[] = {"Order", " the ",  "number", "at",
                                         " ",     "refund", "#",      "24"};
    const std::string& word = kWords[Below(8)];
    return {word, word};
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("what must stand in a text") {
  CHECK(Of("refund") == Ways{{{"refund"}}});
  CHECK(Of("Refund (?:issued|paid)") == Ways{{{"refund issue", "refund paid"}}});
  CHECK(Of("re(?:fund|turn)") == Ways{{{"refund", "return"}}});
  CHECK(Of("please (?:also )?send") == Ways{{{"please also ", "please send"}}});
  CHECK(Of("(.+) has arrived") == Ways{{{" has arrived"}}});
  CHECK(Of("order [0-9]+ is late") == Ways{{{"order "}, {" is late"}}});
  CHECK(Of("organi[sz]ed") == Ways{{{"organised", "organized"}}});
  CHECK(Of("\\[#\\d{3}\\]") == Ways{{{"[#000]"}}});
  CHECK(Of("\\b\\d{3}-[0-9]{5}\\b") == Ways{{{"\b000-00000\b"}}});
  CHECK(Of("case \\d{4,20} of") == Ways{{{"case "}, {"0000"}, {" of"}}});
  CHECK(Of("form 24 (?:a|b)") == Ways{{{"form 00 a", "form 00 b"}}});
  CHECK(Of("no{2} refund") == Ways{{{"noo refund"}}});
  CHECK(Of("(?:late|never.*came)") == Ways{{{"never"}, {"came"}}, {{"late"}}});
  CHECK(Of("(?:not|never.*was) paid") ==
        Ways{{{"never"}, {"was"}, {" paid"}}, {{"not"}, {" paid"}}});
}

TEST_CASE("whether the match begins with the first clause") {
  using Flags = std::vector<bool>;
  CHECK(Begins("refund") == Flags{true});
  CHECK(Begins("\\b(?:refund|return) .* paid") == Flags{true});
  CHECK(Begins("(?:(?:the )?refund)+ .* paid") == Flags{true});
  CHECK(Begins("\\[[a-z]{3}-\\d+\\]") == Flags{true});
  CHECK(Begins("(.+) has arrived") == Flags{false});
  CHECK(Begins("a.refund") == Flags{false});  // "a" stands in most texts, and is left out
  CHECK(Begins("(?:late)?.refund") == Flags{false});
  CHECK(Begins("(?:refund.*paid|.*never came)") == Flags{true, false});
  CHECK(Begins("(?:\\b|\\W|$)refund") == Flags{false});
  CHECK(Begins("(?:late )?(?:\\b|\\W|$)refund") == Flags{false});
  CHECK(Begins("(?:late) .*(?:\\b|\\W|$)") == Flags{true});
  std::string many = "\\b(?:";
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'd'; ++b) many += std::string("xyz") + a + b + '|';
  many.back() = ')';
  CHECK(Begins(many + " paid") == Flags{true});
}

TEST_CASE("bytes outside ASCII are of either case where case is ignored") {
  CHECK(Of("r\xc3\xa9#") == Ways{{{"r\xc3\xa9#"}}});
  CHECK(Of("r\xc3\xa9#", true) == Ways{{{"r\xc3\xa9#", "r\xe3\xa9#"}}});
  CHECK(Of("r[\xe9x]#", true) == Ways{{{"rx#", "r\xc9#", "r\xe9#"}}});
}

TEST_CASE("so many ways that one clause has to do for them") {
  std::string many = "(?:";
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'd'; ++b) many += std::string("xyz") + a + b + ".y|";
  many.back() = ')';
  const Ways ways = Of(many + " paid");
  REQUIRE(ways.size() == 1);
  REQUIRE(ways[0].size() == 2);
  CHECK(ways[0][0].size() == 26 * 4);
  CHECK(ways[0][1] == LiteralClause{" paid"});
}

TEST_CASE("edges of words are kept at the ends") {
  CHECK(Of("\\bcase\\b") == Ways{{{"\bcase\b"}}});
  CHECK(Of("(?:case)(?:\\b|\\W|$)") == Ways{{{"case\b"}}});
  CHECK(Of("case(?:\\b|\\W|$)load") == Ways{{{"case"}, {"load"}}});
  CHECK(Of("^dear") == Ways{{{"\bdear"}}});
  CHECK(Of("\\b(?:(?:at|in).*now|late)") == Ways{{{"\bat", "\bin"}, {"now"}}, {{"\blate"}}});
}

TEST_CASE("patterns of which nothing is known") {
  for (const std::string_view pattern :
       {"", "a*", ".+", "\\d+", "(?:late)?", "(?:late|)", "(?:late|\\d)", "a", "(?i:late)", "late(",
        "late)", "la{te", "[", "[]a]late", "\\x41late", "[[:alpha:]]late", "*late"})
    CHECK_MESSAGE(Of(pattern) == Ways{{}}, pattern);
  CHECK(Of(std::string(1000, '(') + "late" + std::string(1000, ')')) == Ways{{}});
}

TEST_CASE("a way holds of every text that a pattern matches") {
  size_t clauses = 0, known_begins = 0;
  for (uint32_t seed = 0; seed < 6000; ++seed) {
    const Pair pair = Maker(seed).Make(5);
    std::string text = threadlint::util::LowerAscii(pair.text);
    for (char& c : text)
      if (threadlint::util::IsDigit(c)) c = kDigit;
    const auto holds = [&](const LiteralClause& clause) {
      return std::ranges::any_of(clause,
                                 [&](const std::string& literal) { return Stands(literal, text); });
    };
    const auto begins = [&](const LiteralClause& clause) {
      return std::ranges::any_of(clause, [&](const std::string& literal) {
        return text.starts_with(WithoutEdges(literal));
      });
    };
    const std::vector<LiteralWay> ways = RequiredLiterals(pair.pattern, false);
    for (const LiteralWay& way : ways) {
      clauses += way.clauses.size();
      known_begins += way.begins ? 1U : 0U;
    }
    CHECK_MESSAGE(std::ranges::any_of(ways,
                                      [&](const LiteralWay& way) {
                                        return std::ranges::all_of(way.clauses, holds) &&
                                               (!way.begins || begins(way.clauses.front()));
                                      }),
                  pair.pattern, " in '", text, "'");
  }
  CHECK(known_begins > 1000);
  CHECK(clauses > 2000);
}
