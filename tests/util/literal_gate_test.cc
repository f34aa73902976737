#include "util/literal_gate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

namespace {

using threadlint::util::LiteralAutomaton;
using threadlint::util::LiteralClause;
using threadlint::util::LiteralGate;
using threadlint::util::LiteralWay;
using Patterns = std::vector<std::vector<std::vector<LiteralClause>>>;

// `begins`: a match begins with the first clause of its way.
LiteralGate Gate(const Patterns& patterns, bool begins = false) {
  std::vector<std::vector<LiteralWay>> ways(patterns.size());
  for (size_t i = 0; i < patterns.size(); ++i)
    for (const std::vector<LiteralClause>& clauses : patterns[i])
      ways[i].push_back({clauses, begins && !clauses.empty()});
  return LiteralGate(ways);
}

std::vector<uint32_t> Passed(const LiteralGate& gate, std::string_view text) {
  threadlint::util::Passed passed;
  gate.Pass(text, passed);
  std::vector<uint32_t> out;
  for (const auto& pattern : passed.patterns) out.push_back(pattern.number);
  return out;
}

}  // namespace

TEST_CASE("the automaton finds what a search for each finds") {
  std::mt19937 random(8);
  const auto below = [&](size_t limit) { return static_cast<size_t>(random() % limit); };
  const auto word = [&](size_t longest) {
    std::string out;
    for (size_t n = 1 + below(longest); n > 0; --n) out += static_cast<char>('a' + below(3));
    return out;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> literals;
    while (literals.size() < 12) {
      std::string literal = word(5);
      if (std::ranges::find(literals, literal) == literals.end())
        literals.push_back(std::move(literal));
    }
    const std::string text = word(60) + "\xff" + word(20);
    std::vector<LiteralAutomaton::Place> places;
    LiteralAutomaton(literals).Scan(text, places);
    std::vector<std::pair<uint32_t, size_t>> found, expected;
    for (const auto& [literal, end] : places) found.emplace_back(literal, end);
    for (uint32_t i = 0; i < literals.size(); ++i)
      for (size_t at = text.find(literals[i]); at != std::string::npos;
           at = text.find(literals[i], at + 1))
        expected.emplace_back(i, at + literals[i].size());
    std::ranges::sort(found);
    std::ranges::sort(expected);
    REQUIRE(found == expected);
  }
}

TEST_CASE("a pattern passes where all its clauses hold") {
  const LiteralGate gate = Gate({{{{"refund", "return"}, {"please"}}},
                                 {{}},
                                 {{{"please"}}},
                                 {{{"refund"}, {"late"}, {"please"}}, {{"return"}, {"late"}}}});
  CHECK(Passed(gate, "") == std::vector<uint32_t>{1});
  CHECK(Passed(gate, "a refund") == std::vector<uint32_t>{1});
  CHECK(Passed(gate, "Please") == std::vector<uint32_t>{1, 2});
  CHECK(Passed(gate, "PLEASE RETURN it") == std::vector<uint32_t>{0, 1, 2});
  CHECK(Passed(gate, "late refund, please") == std::vector<uint32_t>{0, 1, 2, 3});
  CHECK(Passed(gate, "late return, please, and a refund") == std::vector<uint32_t>{0, 1, 2, 3});
  CHECK(Passed(gate, "late return") == std::vector<uint32_t>{1, 3});
  CHECK(Passed(Gate({{{{"#00-0"}}}}), "a #47-9") == std::vector<uint32_t>{0});
  CHECK(Passed(Gate({{{{"#00-0"}}}}), "a #47-x").empty());
  CHECK(Passed(Gate({{{}}, {{}}}), "x") == std::vector<uint32_t>{0, 1});
  CHECK(Passed(Gate({}), "x").empty());
}

TEST_CASE("edges of words count where a clause asks for them") {
  const LiteralGate gate = Gate({{{{"\bcase"}}}, {{{"case\b"}}}, {{{"\bcase\b"}}}, {{{"case"}}}});
  CHECK(Passed(gate, "case") == std::vector<uint32_t>{0, 1, 2, 3});
  CHECK(Passed(gate, "staircase") == std::vector<uint32_t>{1, 3});
  CHECK(Passed(gate, "a (cases)") == std::vector<uint32_t>{0, 3});
  CHECK(Passed(gate, "suitcases") == std::vector<uint32_t>{3});
  CHECK(Passed(gate, "cases, in case") == std::vector<uint32_t>{0, 1, 2, 3});
}

TEST_CASE("the places where a match can begin") {
  const LiteralGate known =
      Gate({{{{"\bcase", "issue"}, {"no"}}, {{"item"}}}, {{}}, {{{"late"}}}}, true);
  threadlint::util::Passed passed;
  const auto places = [&](size_t pattern) {
    const std::span<const uint32_t> of = passed.PlacesOf(passed.patterns[pattern]);
    return std::vector<uint32_t>(of.begin(), of.end());
  };
  known.Pass("case, ITEM, staircase, case, issue: no", passed);
  REQUIRE(passed.patterns.size() == 2);
  CHECK_FALSE(passed.patterns[0].anywhere);
  CHECK(places(0) == std::vector<uint32_t>{0, 6, 23, 29});
  CHECK(passed.patterns[1].anywhere);
  known.Pass("item case", passed);  // of the way that does not hold none
  CHECK(places(0) == std::vector<uint32_t>{0});
  const LiteralGate unknown = LiteralGate(
      std::vector<std::vector<LiteralWay>>{{{{{"case"}, {"no"}}, true}, {{{"item"}}, false}}});
  unknown.Pass("case no", passed);
  CHECK(places(0) == std::vector<uint32_t>{0});
  unknown.Pass("case no item", passed);
  CHECK(passed.patterns[0].anywhere);
}
