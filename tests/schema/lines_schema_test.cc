// Every line of the JSON Lines report is what its schema says, and holds what the report holds.
#include "../support/text_output.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace threadlint {
namespace {

using Json = nlohmann::json;

Json ReadSchema(const std::string& name) {
  std::ifstream in(THREADLINT_SOURCE_DIR "/src/report/" + name);
  return Json::parse(in);
}

class LinesSchema {
 public:
  LinesSchema() {
    const Json document = ReadSchema("threadlint-report-lines.v1.schema.json");
    valijson::SchemaParser parser;
    parser.populateSchema<valijson::adapters::NlohmannJsonAdapter>(
        valijson::adapters::NlohmannJsonAdapter(document), schema_,
        // Kept until the end: the parser asks more than once.
        [this](const std::string& name) {
          return &documents_.try_emplace(name, ReadSchema(name)).first->second;
        },
        [](const Json*) {});
  }

  bool Fits(const Json& line) {
    valijson::Validator validator;
    return validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(line), nullptr);
  }

 private:
  std::map<std::string, Json> documents_;
  valijson::Schema schema_;
};

std::vector<Json> LinesOf(const Report& report, const report::ReportOptions& options) {
  test::TextOutput out;
  report::WriteJsonLines(report, options, out);
  std::vector<Json> lines;
  std::istringstream in(out.text);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

// As it stands in the JSON report.
Json Bare(Json line) {
  for (const char* name : {"type", "schema_version", "export"}) line.erase(name);
  return line;
}

Report LintEvery() {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/every/every.mbox",
                   THREADLINT_SOURCE_DIR "/testdata/every/damaged.mbox", "/nonexistent"};
  Report report = Lint(options);
  report.suppressions.push_back(
      {"threadlint.ignore", 3, "0123456789abcdef", 0, "a reason", "", SuppressionState::kUnused});
  report.baselined = true;
  report.absent.push_back({"0123456789abcdef", "TL101", Severity::kError});
  report.findings.front().suppressed = "a reason";
  report.findings.back().baseline = BaselineState::kUpdated;
  return report;
}

TEST_CASE("lines hold what the report holds, in its order, the summary last") {
  const Report report = LintEvery();
  const Json whole = Json::parse(test::JsonOf(report));
  Json rebuilt = {
      {"inputs", Json::array()}, {"cases", Json::array()},        {"findings", Json::array()},
      {"absent", Json::array()}, {"suppressions", Json::array()},
  };
  const std::vector<Json> lines = LinesOf(report, {});
  const std::map<std::string, std::string> lists = {{"input", "inputs"},
                                                    {"case", "cases"},
                                                    {"finding", "findings"},
                                                    {"absent", "absent"},
                                                    {"suppression", "suppressions"}};
  for (size_t i = 0; i + 1 < lines.size(); ++i)
    rebuilt[lists.at(lines[i]["type"])].push_back(Bare(lines[i]));
  for (const auto& list : rebuilt.items()) {
    CAPTURE(list.key());
    CHECK(list.value().size() > 0);
    CHECK(list.value() == whole[list.key()]);
  }
  const Json& summary = lines.back();
  CHECK(summary["type"] == "summary");
  CHECK(summary["input_status"] == 3);
  CHECK(summary["coverage"] == whole["coverage"]);
  CHECK(summary["tool"] == whole["tool"]);
  for (const auto& [name, value] : whole["summary"].items()) CHECK(summary[name] == value);
}

TEST_CASE("every line fits the schema, which says of each type what it needs") {
  LinesSchema schema;
  const Report report = LintEvery();
  const report::ReportOptions references{.quotes = false};
  std::map<std::string, Json> one_of_each;
  for (const auto& options : {report::ReportOptions{}, references})
    for (const Json& line : LinesOf(report, options)) {
      CAPTURE(line.dump());
      CHECK(schema.Fits(line));
      CHECK(line["export"] == report.inputs.front().path);
      one_of_each[line["type"]] = line;
    }
  CHECK(one_of_each.size() == 6);
  // A record without one of these, or under another's name, is refused.
  const std::map<std::string, const char*> needed = {
      {"input", "status"}, {"case", "messages"},    {"finding", "fingerprint"},
      {"absent", "id"},    {"suppression", "path"}, {"summary", "tool"}};
  for (const auto& entry : one_of_each) {
    const std::string& type = entry.first;
    const Json& line = entry.second;
    CAPTURE(type);
    Json wrong = line;
    wrong.erase(needed.at(type));
    CHECK_FALSE(schema.Fits(wrong));
    wrong = line;
    wrong["type"] = type == "input" ? "case" : "input";
    CHECK_FALSE(schema.Fits(wrong));
    wrong = line;
    wrong.erase("export");
    CHECK_FALSE(schema.Fits(wrong));
  }
}

TEST_CASE("references give no word of the mails") {
  const Report report = LintEvery();
  const std::vector<Json> with = LinesOf(report, {});
  const std::vector<Json> without = LinesOf(report, {.quotes = false});
  REQUIRE(with.size() == without.size());
  size_t quotes = 0;
  for (size_t i = 0; i < with.size(); ++i) {
    if (with[i]["type"] == "case") CHECK(without[i]["subject"] == "");
    if (with[i]["type"] != "finding") continue;
    CHECK(without[i]["text"] != with[i]["text"]);
    for (const Json& evidence : without[i]["evidence"]) CHECK(evidence["quote"] == "");
    for (const Json& evidence : with[i]["evidence"]) quotes += evidence["quote"] != "";
  }
  CHECK(quotes > 0);
}

TEST_CASE("an export without cases says so") {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  options.with = {"nobody.example"};
  const Report report = Lint(options);
  const std::vector<Json> lines = LinesOf(report, {});
  REQUIRE(lines.size() == 2);
  CHECK(lines[1]["input_status"] == 4);
}

}  // namespace
}  // namespace threadlint
