// What the rules find in testdata/labelled, against its labels: precision and recall may not fall
// below what recorded.json says, and a rise has to be recorded. THREADLINT_UPDATE=1 records it.
#include "labelled_set.h"
#include "score.h"
#include "verdict/confidence.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace threadlint::accuracy {
namespace {

// What a user sees without asking for more.
constexpr Severity kShown = Severity::kWarning;
constexpr verdict::ConfidenceFloor kSure = {false, verdict::Level::kMedium, 0};

Report LintSet(const LabelledSet& set) {
  Options options;
  options.paths = set.paths;
  options.all = true;
  options.jobs = 1;
  return Lint(options);
}

std::vector<Found> FindingsOf(const Report& report) {
  std::vector<Found> out;
  for (const Finding& f : report.findings) {
    if (f.severity < kShown || !verdict::Reaches(kSure, f) || f.message == kNoMessage) continue;
    out.push_back(FoundOf(report, f));
  }
  return out;
}

TEST_CASE("no rule finds less, or less rightly, than recorded") {
  Score score;
  for (const LabelledSet& set : ReadSets()) AddTo(score, set, FindingsOf(LintSet(set)));
  std::string table;
  for (const auto& [rule, counts] : score.by_rule) table += rule + ": " + Describe(counts) + "\n";
  table += "all: " + Describe(Sum(score.by_rule)) + "\n";
  for (const std::string& line : score.differences) table += line + "\n";

  const char* wish = std::getenv("THREADLINT_UPDATE");
  const bool update = wish != nullptr && std::string_view(wish) == "1";
  CountsByRule recorded;
  if (!update || std::filesystem::exists(RecordPath())) recorded = ReadRecord(RecordPath());
  const std::vector<std::string> falls = Falls(recorded, score.by_rule);
  for (const std::string& line : falls) FAIL_CHECK(line);
  if (!falls.empty()) {
    // Not recorded by an update: it would go unseen among other changes.
    FAIL(
        "if that is meant, remove testdata/labelled/recorded.json, run this test with "
        "THREADLINT_UPDATE=1, and say why in the commit\n"
        << table);
  }
  if (update) {
    std::ofstream out(RecordPath(), std::ios::binary | std::ios::trunc);
    out << RecordText(score.by_rule);
    REQUIRE(out.flush());
  } else if (recorded != score.by_rule) {
    FAIL(
        "the figures changed and none is worse: record them by running this test with "
        "THREADLINT_UPDATE=1\n"
        << table);
  }
  MESSAGE(table);
}

// Of the mails of one case, oldest first.
size_t PlaceOf(const Report& report, const std::string& id) {
  const auto messages = report.set.Messages(report.set.cases[0]);
  const auto at = std::ranges::find_if(messages, [&](const CaseMessage& m) {
    return report.mail[report.mail.messages[m.message].message_id] == id;
  });
  return static_cast<size_t>(at - messages.begin());
}

// A break after `from`, up to `to` inclusive.
bool BreakBetween(const Report& report, size_t from, size_t to) {
  return std::ranges::any_of(report.set.Breaks(report.set.cases[0]), [&](const Break& b) {
    const size_t at =
        PlaceOf(report, std::string(report.mail[report.mail.messages[b.message].message_id]));
    return from < at && at <= to;
  });
}

TEST_CASE("the labels say what the mail shows") {
  const std::vector<LabelledSet> sets = ReadSets();
  CHECK(sets.size() >= 30);
  for (const LabelledSet& set : sets) {
    CAPTURE(set.slug);
    const Report report = LintSet(set);
    REQUIRE(report.set.cases.size() == 1);
    const auto messages = report.set.Messages(report.set.cases[0]);
    CHECK(messages.size() == report.messages);
    CHECK(report.coverage.sent > 0);  // else findings of absence are worth less
    for (const CaseMessage& m : messages) {
      const std::string_view from = report.mail[report.mail.messages[m.message].from];
      CAPTURE(from);
      if (from.ends_with("@" + set.desk))
        CHECK((m.side == Side::kAgent || m.side == Side::kAuto));
      else
        CHECK(m.side == Side::kCustomer);
    }
    CHECK_FALSE((set.labels.empty() && set.not_there.empty()));
    for (const Label& label : set.labels) {
      CAPTURE(label.message);
      const size_t at = PlaceOf(report, label.message);
      REQUIRE(at < messages.size());
      CHECK(messages[at].side == (label.rule == "TL505" ? Side::kCustomer : Side::kAgent));
      for (const std::string& id : label.rest) CHECK(PlaceOf(report, id) < at);
      CHECK(BreakBetween(report, PlaceOf(report, label.rest[0]), at) == label.broken_by);
      CHECK_FALSE(set.not_there.contains({label.rule, label.message}));
    }
    for (const auto* places : {&set.not_there, &set.unclear})
      for (const Place& place : *places) {
        CAPTURE(place.message);
        CHECK(PlaceOf(report, place.message) < messages.size());
      }
  }
}

}  // namespace
}  // namespace threadlint::accuracy
