#include "score.h"

#include "../support/temp_folder.h"

#include <doctest/doctest.h>

namespace threadlint::accuracy {
namespace {

LabelledSet TwoLabels() {
  LabelledSet set;
  set.slug = "lamp";
  set.labels = {{"TL301", "ask", {"gave", "gave-too"}, true, "serial"},
                {"TL405", "deny", {"thanks"}, false, ""}};
  set.not_there = {{"TL302", "ask"}};
  set.unclear = {{"TL303", "ask"}};
  return set;
}

Score ScoreOf(const std::vector<Found>& findings) {
  Score score;
  AddTo(score, TwoLabels(), findings);
  return score;
}

TEST_CASE("rule, message and one of the related must be those of the label") {
  CHECK(ScoreOf({}).by_rule["TL301"] == Counts{0, 0, 0, 1, 0});
  CHECK(ScoreOf({{"TL301", "ask", {"x", "gave"}, true}}).by_rule["TL301"] == Counts{1, 0, 1, 0, 0});
  CHECK(ScoreOf({{"TL301", "ask", {"gave-too"}, true}}).by_rule["TL301"] == Counts{1, 0, 1, 0, 0});
  CHECK(ScoreOf({{"TL301", "ask", {"x"}, true}}).by_rule["TL301"] == Counts{0, 1, 0, 1, 0});
  CHECK(ScoreOf({{"TL301", "deny", {"gave"}, true}}).by_rule["TL301"] == Counts{0, 1, 0, 1, 0});
  CHECK(ScoreOf({{"TL405", "ask", {"gave"}, true}}).by_rule["TL405"] == Counts{0, 1, 0, 1, 0});
}

TEST_CASE("what is no finding is false, what is unclear and other rules count neither way") {
  Score score = ScoreOf({{"TL302", "ask", {}, false}, {"TL303", "ask", {}, false}});
  CHECK(score.by_rule["TL302"] == Counts{0, 1, 0, 0, 0});
  CHECK(score.by_rule["TL303"] == Counts{});
  CHECK(score.differences.size() == 3);  // and two labels without a finding
  CHECK(ScoreOf({{"TL101", "ask", {}, false}}).by_rule.size() == kRules.size());
}

TEST_CASE("a break that is named wrongly is counted among the hits") {
  CHECK(ScoreOf({{"TL301", "ask", {"gave"}, false}}).by_rule["TL301"] == Counts{1, 0, 1, 0, 1});
  CHECK(ScoreOf({{"TL405", "deny", {"thanks"}, true}}).by_rule["TL405"] == Counts{1, 0, 1, 0, 1});
  CHECK(ScoreOf({{"TL301", "ask", {"gave"}, false}, {"TL301", "ask", {"gave"}, true}})
            .by_rule["TL301"] == Counts{2, 0, 1, 0, 0});
}

TEST_CASE("falls are told from rises") {
  const auto falls = [](Counts was, Counts is) {
    return Falls({{"TL301", was}}, {{"TL301", is}}).size();
  };
  const Counts was{8, 2, 6, 4, 1};
  CHECK(falls(was, was) == 0);
  CHECK(falls(was, {9, 2, 7, 3, 1}) == 0);
  CHECK(falls(was, {8, 3, 6, 4, 1}) == 1);  // precision
  CHECK(falls(was, {8, 2, 5, 5, 0}) == 1);  // recall
  CHECK(falls(was, {8, 2, 6, 4, 2}) == 1);  // breaks
  CHECK(falls(was, {4, 4, 3, 7, 1}) == 3);
  CHECK(falls(was, {0, 0, 0, 10, 0}) == 1);              // a rule that finds nothing more: recall
  CHECK(falls({0, 0, 0, 10, 0}, {4, 4, 3, 7, 1}) == 0);  // a new rule
  CHECK(Falls({{"TL301", was}}, {}).size() == 1);
}

TEST_CASE("a record is read as it was written") {
  const test::TempFolder folder;
  const CountsByRule counts = {{"TL301", {8, 2, 6, 4, 1}}, {"TL505", {}}};
  CHECK(ReadRecord(folder.Write("recorded.json", RecordText(counts))) == counts);
  CHECK_THROWS(ReadRecord(folder.path() / "none.json"));
}

TEST_CASE("labels that could never be met are refused") {
  const test::TempFolder folder;
  const auto read = [&](const std::string& labels) {
    folder.Write("a/mail.mbox", "");
    folder.Write("a/labels.json",
                 R"({"desk": "d.example", "not": [], "labels": [)" + labels + "]}");
    return ReadSet(folder.path() / "a").labels.size();
  };
  CHECK(read(R"({"rule": "TL301", "message": "b", "related": "a"})") == 1);
  CHECK_THROWS(read(R"({"rule": "TL310", "message": "b", "related": "a"})"));
  CHECK_THROWS(read(R"({"rule": "TL301", "message": "b"})"));
  CHECK_THROWS(read(R"({"rule": "TL301", "message": "b", "related": "a", "brokenby": true})"));
}

}  // namespace
}  // namespace threadlint::accuracy
