// The JSON report is what its schema says.
#include "../support/temp_folder.h"
#include "../support/text_output.h"
#include "violations.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace threadlint {
namespace {

std::string Violations(const nlohmann::json& report) {
  return test::Violations(report, "src/report/threadlint-report.v1.schema.json");
}

nlohmann::json ReportOf(const Options& options) {
  return nlohmann::json::parse(test::JsonOf(Lint(options)));
}

TEST_CASE("the demo's report fits the schema") {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  const nlohmann::json report = ReportOf(options);
  CHECK(Violations(report).empty());
  CHECK(report["findings"].size() == 8);
  CHECK(report["cases"].size() == 1);
}

TEST_CASE("every finding has a score and its level in words") {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  nlohmann::json report = ReportOf(options);
  for (const nlohmann::json& finding : report["findings"]) {
    CHECK(finding["confidence"].is_number());
    CHECK(finding["confidence_level"].is_string());
  }
  CHECK(report["summary"]["findings_below_confidence"] == 0);
  report["findings"][0]["confidence_level"] = "fair";
  CHECK_FALSE(Violations(report).empty());
  report["findings"][0].erase("confidence_level");
  CHECK_FALSE(Violations(report).empty());
}

TEST_CASE("reports on odd and hostile input fit the schema") {
  const test::TempFolder folder;
  Options options;
  options.all = true;
  options.hashes = true;
  options.paths = {
      folder.Write("odd.mbox",
                   "From a Mon Apr  1 10:00:00 2024\n"
                   "Subject: \x01\x1b[31m \xff\xfe =?utf-8?Q?=00=80?=\n"
                   "From: \"\\\"\" <a\"b@x.example>\nReply-To: <r+\xf0\x9f@x.example>\n"
                   "In-Reply-To: <x\x02y@x.example>\n\nBody.\n\n"
                   "From a Mon Apr  1 10:00:00 2024\nMessage-ID: <same@x.example>\n\nOne.\n\n"
                   "From a Mon Apr  1 10:00:00 2024\nMessage-ID: <same@x.example>\n\nTwo.\n\n"
                   "From a Mon Apr  1 10:00:00 2024\nMessage-ID: <cut@x.example>\nSubj"),
      "/nonexistent", folder.Write("empty.mbox", "")};
  const nlohmann::json report = ReportOf(options);
  CHECK(Violations(report).empty());
  CHECK(report["summary"]["messages"] == 4);
}

TEST_CASE("the schema refuses what is no report") {
  CHECK_FALSE(Violations(nlohmann::json::parse(R"({"schema_version": 1})")).empty());
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  nlohmann::json report = ReportOf(options);
  report["findings"][0]["severity"] = "fatal";
  CHECK_FALSE(Violations(report).empty());
}

}  // namespace
}  // namespace threadlint
