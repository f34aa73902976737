#include "report/picture_scene.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace threadlint::report {
namespace {

Report Demo() {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  return Lint(options);
}

TEST_CASE("letters go on behind Z") {
  CHECK(StrandLetter(0) == "A");
  CHECK(StrandLetter(25) == "Z");
  CHECK(StrandLetter(26) == "AA");
  CHECK(StrandLetter(26 + 26 * 26) == "AAA");
}

TEST_CASE("the demo: two strands, one cut between them, arrows to what was repeated") {
  const Report report = Demo();
  const CaseReferences references(report, 0);
  const PictureScene scene = SceneOf(report, references);
  REQUIRE(scene.messages.size() == 11);
  CHECK(scene.strands.size() == 2);
  CHECK(scene.strands[0].messages == 7);
  CHECK_FALSE(scene.strands[0].loose);
  CHECK_FALSE(scene.three_lanes);
  for (size_t i = 0; i < 11; ++i) {
    CAPTURE(i);
    CHECK(scene.messages[i].strand == (i < 7 ? 0 : 1));
    CHECK(scene.cuts[i].size() == (i == 7 ? 1 : 0));
    CHECK(scene.messages[i].new_year == (i == 0));
  }
  REQUIRE(scene.cuts[7][0].finding > 0);
  CHECK(references.findings()[scene.cuts[7][0].finding - 1]->rule->id == "TL101");
  REQUIRE(scene.arrows.size() == scene.arrow_findings.size());
  std::vector<std::string> arrows;
  for (size_t i = 0; i < scene.arrows.size(); ++i) {
    const PictureArrow& arrow = scene.arrows[i];
    CHECK(scene.points[arrow.to][arrow.point] == scene.arrow_findings[i]);
    arrows.push_back(std::string(references.findings()[scene.arrow_findings[i] - 1]->rule->id) +
                     ' ' + std::to_string(arrow.from) + '-' + std::to_string(arrow.to));
  }
  std::ranges::sort(arrows);
  CHECK(arrows == std::vector<std::string>{"TL301 0-7", "TL301 2-7", "TL401 3-9", "TL405 3-9",
                                           "TL501 3-6", "TL501 9-10"});
}

TEST_CASE("mails without the token of their segment are loose, those before it are not") {
  Report report = Demo();
  const Case& c = report.set.cases[0];
  for (uint32_t i : {0U, 4U}) report.set.messages[c.messages_begin + i].token = kNoToken;
  const PictureScene scene = SceneOf(report, CaseReferences(report, 0));
  CHECK(scene.messages[0].strand == 0);
  CHECK(scene.messages[4].strand == 1);
  CHECK(scene.strands[1].loose);
  CHECK(scene.strands[1].messages == 1);
  CHECK(scene.messages[5].strand == 0);
}

TEST_CASE("somebody else gets a lane, an accepted finding no place") {
  Report report = Demo();
  const Case& c = report.set.cases[0];
  report.set.messages[c.messages_begin + 3].side = Side::kOther;
  for (Finding& f : report.findings) f.accepted = true;
  const PictureScene scene = SceneOf(report, CaseReferences(report, 0));
  CHECK(scene.three_lanes);
  CHECK(scene.messages[3].lane == Lane::kOther);
  CHECK(scene.arrows.empty());
  CHECK(std::ranges::all_of(scene.points, [](const auto& points) { return points.empty(); }));
  CHECK(scene.cuts[7][0].finding == 0);
}

TEST_CASE("exhibits have numbers in the order of the case, and know their findings") {
  const Report report = Demo();
  const CaseReferences references(report, 0);
  const auto messages = report.set.Messages(report.set.cases[0]);
  uint32_t number = 0;
  for (const CaseMessage& entry : messages) {
    const uint32_t exhibit = references.ExhibitOf(entry.message);
    if (exhibit == 0) continue;
    CHECK(exhibit == ++number);
    CHECK(references.exhibits()[exhibit - 1] == entry.message);
    CHECK(references.EntryOf(exhibit)->message == entry.message);
    for (const uint32_t n : references.FindingsOn(exhibit))
      CHECK(std::ranges::count(references.ExhibitsOf(*references.findings()[n - 1]), exhibit) == 1);
    CHECK_FALSE(references.FindingsOn(exhibit).empty());
  }
  CHECK(number == references.exhibits().size());
  CHECK(references.FindingAnchor(2) == report.set.cases[0].id + "-f2");
  CHECK(CaseReferences(report, 0, false).exhibits().empty());
}

}  // namespace
}  // namespace threadlint::report
