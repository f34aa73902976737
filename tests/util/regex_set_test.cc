#include "util/regex_set.h"

#include <doctest/doctest.h>

#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using threadlint::util::RegexPattern;
using threadlint::util::RegexSet;

namespace {

struct Hit {
  size_t pattern = 0, begin = 0;
  std::vector<std::string> groups;
  bool operator==(const Hit&) const = default;
};

std::vector<Hit> FindAll(const RegexSet& set, std::string_view text) {
  std::vector<Hit> hits;
  set.Find(text, [&](size_t pattern, std::span<const std::string_view> groups) {
    Hit hit{pattern, static_cast<size_t>(groups[0].data() - text.data()), {}};
    for (const std::string_view group : groups) hit.groups.emplace_back(group);
    hits.push_back(std::move(hit));
  });
  return hits;
}

RegexSet Set(std::initializer_list<RegexPattern> patterns,
             RegexSet::Mode mode = RegexSet::Mode::kSearch) {
  return RegexSet(std::vector<RegexPattern>(patterns), mode);
}

}  // namespace

TEST_CASE("matches of all patterns with their groups") {
  const RegexSet set = Set({{"#(\\d+)"}, {"(a)|(b)"}, {"nothing"}});
  const std::vector<Hit> expected = {
      {0, 2, {"#12", "12"}}, {0, 7, {"#3", "3"}}, {1, 0, {"a", "a", ""}}, {1, 6, {"b", "", "b"}}};
  CHECK(FindAll(set, "a #12 b#3") == expected);
  CHECK(FindAll(set, "x").empty());
  CHECK(FindAll(set, "").empty());
  CHECK(FindAll(Set({}), "x").empty());
}

TEST_CASE("a group that took no part has no data") {
  const RegexSet set = Set({{"(x)?y"}});
  bool seen = false;
  set.Find("y", [&](size_t, std::span<const std::string_view> groups) {
    seen = true;
    CHECK(groups.size() == 2);
    CHECK(groups[1].data() == nullptr);
  });
  CHECK(seen);
}

TEST_CASE("case is folded for the patterns that say so, in ASCII") {
  const RegexSet set = Set({{"ticket", true}, {"ticket"}});
  CHECK(FindAll(set, "TICKET").size() == 1);
  CHECK(FindAll(set, "ticket").size() == 2);
  CHECK(FindAll(Set({{"\u00c4", true}}), "\u00e4").empty());
  CHECK(FindAll(Set({{"n(?:\u00b0|\u00ba)", true}}), "N\u00b0").size() == 1);
}

TEST_CASE("the ends of the text are no line ends") {
  const RegexSet set = Set({{"^b"}, {"a$"}, {"a.b"}});
  CHECK(FindAll(set, "a\nb").empty());
  CHECK(FindAll(set, "b-a").size() == 2);
}

TEST_CASE("a whole match is the whole text") {
  const RegexSet set = Set({{"a+"}, {"(a|ab)(c|bcd)"}}, RegexSet::Mode::kWhole);
  CHECK(FindAll(set, "aaa").size() == 1);
  CHECK(FindAll(set, "aab").empty());
  CHECK(FindAll(set, "abcd").size() == 1);  // by way of the second alternative
  CHECK(FindAll(set, std::string(RegexSet::kLongestWhole, 'a')).size() == 1);
  CHECK(FindAll(set, std::string(RegexSet::kLongestWhole + 1, 'a')).empty());
}

TEST_CASE("a long text gives the same at every place") {
  const RegexSet set = Set({{"\\b(\\d{5})\\b"}, {"^start"}, {"end$"}});
  const std::string token = "12345";
  for (size_t at = 0; at < 2 * RegexSet::kWindow + 600; ++at) {
    std::string text(3 * RegexSet::kWindow, ' ');
    text.replace(at, token.size(), token);
    REQUIRE(FindAll(set, text) == std::vector<Hit>{{0, at, {token, token}}});
    text[at + token.size()] = 'x';  // no word boundary behind it
    REQUIRE(FindAll(set, text).empty());
    if (at == 0) continue;
    text[at + token.size()] = ' ';
    text[at - 1] = 'x';  // none before it
    REQUIRE(FindAll(set, text).empty());
  }
  const std::string long_text = "start" + std::string(3 * RegexSet::kWindow, ' ') + "startendend";
  const std::vector<Hit> ends = FindAll(set, long_text);
  REQUIRE(ends.size() == 2);
  CHECK(ends[0].begin == 0);
  CHECK(ends[1].begin == long_text.size() - 3);
}

TEST_CASE("a match as long as promised is found over the end of a window") {
  const RegexSet set = Set({{"<[^>]*>"}});
  const std::string token = "<" + std::string(RegexSet::kLongestMatch - 3, 'x') + ">";
  for (size_t at = RegexSet::kWindow - 600; at < RegexSet::kWindow + 3; ++at) {
    std::string text(3 * RegexSet::kWindow, ' ');
    text.replace(at, token.size(), token);
    REQUIRE(FindAll(set, text) == std::vector<Hit>{{0, at, {token}}});
  }
  // One that is cut by a window's end is not taken for a shorter one.
  const RegexSet digits = Set({{"\\d+"}});
  const std::string many = std::string(2000, ' ') + std::string(2000, '1') + " ";
  for (const Hit& hit : FindAll(digits, many)) CHECK(hit.groups[0].size() != 560);
}

TEST_CASE("matches of a pattern do not overlap over the end of a window") {
  std::string text(2 * RegexSet::kWindow, ' ');
  text.replace(RegexSet::kWindow - 10, 20, "11111111112222222222");
  CHECK(FindAll(Set({{"\\d+"}}), text).size() == 1);
}

TEST_CASE("empty matches end") { CHECK(FindAll(Set({{"x*"}}), "axb").size() == 3); }

TEST_CASE("a pattern that gives up is counted and finds nothing") {
  const RegexSet set = Set({{"(?:a+)+$"}, {"b"}});
  CHECK(FindAll(set, std::string(40, 'a') + "b") == std::vector<Hit>{{1, 40, {"b"}}});
  const RegexSet nested = Set({{"(?:a+)+b"}, {"b"}});
  const std::string text = std::string(100, 'a') + "c" + "b";  // no "ab": the gate is shut
  CHECK(FindAll(nested, text).size() == 1);
  CHECK(nested.Find(text, [](size_t, auto) {}) == 0);
  // Where RE2 sees a match Boost tries the longer way first, and gives up.
  const RegexSet runaway = Set({{"(?:(?:a+)+c|a)"}, {"b"}});
  const std::string trap = std::string(100, 'a') + "b";
  uint64_t found = 0;
  CHECK(runaway.Find(trap, [&](size_t pattern, auto) { found += pattern; }) == 1);
  CHECK(found == 1);
}

TEST_CASE("patterns that do not compile find nothing, and are told") {
  const RegexSet set = Set({{"fine"}, {"(open"}, {"fine\\pN"}});
  CHECK(FindAll(set, "fine1, (open") == std::vector<Hit>{{0, 0, {"fine"}}});
  CHECK(set.Find("fine1", [](size_t, auto) {}) == 2);
  CHECK(RegexSet::ErrorIn({"fine"}).empty());
  CHECK_FALSE(RegexSet::ErrorIn({"(open"}).empty());
  CHECK_FALSE(RegexSet::ErrorIn({"a(?=b)"}).empty());      // RE2 has no lookahead
  CHECK_FALSE(RegexSet::ErrorIn({"\\pN\\C\\z"}).empty());  // Boost has no \C
}

TEST_CASE("to know where a match can begin changes nothing") {
  const std::vector<std::string> patterns = {
      "r(?:\u00e9|e)f(\\d+)?",
      "\\b(?:case|ticket)(?:\\s(?:id|no))?[\\s:#]{0,4}(\\d{4,20})\\b",
      "(?:case|se c)(.+?)(?:\\b|\\W|$)",
      "(?:\\b(?:ticket|no) ?)+",
      "(?:case.{0,9}no|.{1,2}ticket)",
      "^case|id$",
      "(case:|case|e)+",
      "(?:\\b|\\W|$)case"};
  std::mt19937 random(8);
  const auto pick = [&](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  for (const std::string& pattern : patterns) {
    // The other way never matches, and nothing is known of it.
    const bool ignore_case = pattern.starts_with('r');
    const RegexSet known = Set({{pattern, ignore_case}});
    const RegexSet unknown = Set({{"(?:" + pattern + "|[\\x01])", ignore_case}});
    size_t found = 0;
    for (int round = 0; round < 300; ++round) {
      std::string text;
      const size_t length = round % 10 == 0 ? 3 * RegexSet::kWindow : 60;
      while (text.size() < length)
        text += pick({"case", "ticket", "id", "no", " ", " ", ":", "#", "12345", "1", "stair", "e",
                      "r\u00e9", "r\u00c9", "R\xe3\xa9", "f"});
      const std::vector<Hit> hits = FindAll(known, text);
      REQUIRE_MESSAGE(hits == FindAll(unknown, text), pattern, " in '", text, "'");
      found += hits.size();
    }
    CHECK_MESSAGE(found > 0, pattern);
  }
  const RegexSet whole = Set({{"case(?:case)?"}}, RegexSet::Mode::kWhole);
  CHECK(FindAll(whole, "casecase").size() == 1);
  CHECK(FindAll(whole, "xcase").empty());
}

TEST_CASE("bytes that are no UTF-8, and NUL") {
  const RegexSet set = Set({{"a[^b]c"}});
  using namespace std::string_view_literals;
  CHECK(FindAll(set,
                "a\xff"
                "c"sv)
            .size() == 1);
  CHECK(FindAll(set, "a\0c"sv).size() == 1);
}

TEST_CASE("several threads may search, and compile, at once") {
  std::vector<RegexPattern> patterns;
  for (int i = 0; i < 40; ++i) patterns.push_back({"(x" + std::to_string(i) + ");"});
  const RegexSet set(patterns);
  std::string text;
  for (int i = 0; i < 40; ++i) text += "x" + std::to_string(i) + ";";
  std::vector<size_t> found(4);
  {
    std::vector<std::jthread> threads;
    for (size_t& count : found) {
      threads.emplace_back([&] {
        for (int i = 0; i < 20; ++i) count += FindAll(set, text).size();
      });
    }
  }
  for (const size_t count : found) CHECK(count == 800);
}
