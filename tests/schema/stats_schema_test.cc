// What 'threadlint stats --output json' writes is what its schema says.
#include "../support/case_export.h"
#include "../support/temp_folder.h"
#include "../support/text_output.h"
#include "report/stats.h"
#include "violations.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace threadlint {
namespace {

bool Fits(const nlohmann::json& stats) {
  return test::Violations(stats, "src/report/threadlint-stats.v1.schema.json").empty();
}

nlohmann::json StatsOf(const std::string& path, bool agents) {
  Options options;
  options.paths = {path};
  const Report report = Lint(options);
  test::TextOutput out;
  report::WriteJsonStats(report, report::MakeStats(report::CountCases(report), agents), {}, out);
  return nlohmann::json::parse(out.text);
}

TEST_CASE("the audit view as JSON fits its schema, of many cases, few and none") {
  const test::TempFolder folder;
  const test::CaseExport made;
  nlohmann::json many = StatsOf(folder.Write("many.mbox", made.Mbox()), true);
  CHECK(Fits(many));
  CHECK(many["total"]["cases"] == made.cases);
  CHECK(many["total"]["shares"]["thread_broken"]["percent"].is_number());
  CHECK(many["agents"].is_array());
  CHECK(many["summary"]["mailboxes"].is_null());

  const nlohmann::json few = StatsOf(THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox", false);
  CHECK(Fits(few));
  CHECK(few["total"]["cases"] == 1);
  CHECK(few["total"]["shares"].is_null());
  CHECK(few["total"]["first_answer"].is_null());
  CHECK(few["rules"].empty());
  CHECK_FALSE(few.contains("agents"));

  CHECK(Fits(StatsOf("/nonexistent", false)));
  many["total"]["shares"]["thread_broken"].erase("low");
  CHECK_FALSE(Fits(many));  // no share without its interval
}

}  // namespace
}  // namespace threadlint
