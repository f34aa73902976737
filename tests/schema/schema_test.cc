// The JSON report is what its schema says.
#include "../support/temp_folder.h"
#include "../support/text_output.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <sstream>
#include <string>

namespace threadlint {
namespace {

nlohmann::json ReadJson(const std::string& path) {
  std::ifstream in(path);
  return nlohmann::json::parse(in);
}

// Empty if the report fits, else what does not and where.
std::string Violations(const nlohmann::json& report) {
  const nlohmann::json document =
      ReadJson(THREADLINT_SOURCE_DIR "/src/report/threadlint-report.v1.schema.json");
  valijson::Schema schema;
  valijson::SchemaParser parser;
  const valijson::adapters::NlohmannJsonAdapter schema_adapter(document);
  parser.populateSchema(schema_adapter, schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(report);
  std::ostringstream out;
  if (!validator.validate(schema, target, &results)) {
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
      for (const std::string& step : error.context) out << step;
      out << ": " << error.description << "\n";
    }
  }
  return out.str();
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
