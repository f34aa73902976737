// What code hosts and viewers ask of SARIF that a schema cannot say, and the schema.
#include "../support/temp_folder.h"
#include "../support/text_output.h"
#include "violations.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace threadlint {
namespace {

using nlohmann::json;

const std::string kFolder = THREADLINT_SOURCE_DIR "/testdata/";

std::string Violations(const json& sarif) {
  return test::Violations(sarif, "tests/schema/sarif.schema.json");
}

json SarifOf(const Report& report, const report::ReportOptions& options = {}) {
  test::TextOutput out;
  report::WriteSarif(report, options, out);
  return json::parse(out.text);
}

Report LintEvery() {
  Options options;
  options.paths = {kFolder + "every/every.mbox", kFolder + "every/damaged.mbox"};
  return Lint(options);
}

// Every location that a result holds.
std::vector<json> LocationsOf(const json& result) {
  std::vector<json> out(result["locations"].begin(), result["locations"].end());
  for (const json& one : result.value("relatedLocations", json::array())) out.push_back(one);
  for (const json& flow : result.value("codeFlows", json::array()))
    for (const json& step : flow["threadFlows"][0]["locations"]) out.push_back(step["location"]);
  return out;
}

// Links of plain messages: "](3)".
std::vector<int> LinksOf(const std::string& text) {
  std::vector<int> out;
  for (size_t at = 0; (at = text.find("](", at)) != std::string::npos; at += 2)
    out.push_back(std::stoi(text.substr(at + 2)));
  return out;
}

void CheckResult(const json& result, const json& run) {
  CAPTURE(result.dump(1));
  const json& rules = run["tool"]["driver"]["rules"];
  const auto rule = result["ruleIndex"].get<size_t>();
  REQUIRE(rule < rules.size());
  CHECK(rules[rule]["id"] == result["ruleId"]);
  for (const json& location : LocationsOf(result)) {
    const json& place = location["physicalLocation"];
    const auto index = place["artifactLocation"]["index"].get<size_t>();
    REQUIRE(index < run["artifacts"].size());
    // Both name one artifact.
    CHECK(run["artifacts"][index]["location"]["uri"] == place["artifactLocation"]["uri"]);
  }
  std::vector<int> ids;
  for (const json& one : result.value("relatedLocations", json::array()))
    ids.push_back(one["id"].get<int>());
  // Each is shown where the message links to it, and no link leads nowhere.
  CHECK(LinksOf(result["message"]["text"]) == ids);
  std::string before;
  int order = 0;
  for (const json& flow : result.value("codeFlows", json::array()))
    for (const json& step : flow["threadFlows"][0]["locations"]) {
      CHECK(step["executionOrder"] == ++order);
      const std::string time = step.value("executionTimeUtc", before);
      CHECK(before <= time);
      before = time;
    }
}

void CheckArtifacts(const json& run) {
  bool nested = false;
  for (const json& artifact : run["artifacts"]) {
    if (!artifact.contains("parentIndex")) {
      CHECK_FALSE(nested);  // files first
      continue;
    }
    nested = true;
    const auto parent = artifact["parentIndex"].get<size_t>();
    REQUIRE(parent < run["artifacts"].size());
    CHECK(run["artifacts"][parent].contains("location"));
  }
}

TEST_CASE("findings of every kind as SARIF") {
  const Report report = LintEvery();
  for (const bool quotes : {true, false}) {
    report::ReportOptions options;
    options.quotes = quotes;
    const json sarif = SarifOf(report, options);
    CHECK(Violations(sarif) == "");
    const json& run = sarif["runs"][0];
    CHECK(run["results"].size() == report.findings.size());
    CHECK(run["tool"]["driver"]["rules"].size() == Rules().size());
    for (const json& result : run["results"]) CheckResult(result, run);
    CheckArtifacts(run);
  }
}

TEST_CASE("a nested artifact is the mail, byte for byte") {
  const json run = SarifOf(LintEvery())["runs"][0];
  std::ifstream in(kFolder + "every/every.mbox", std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  size_t seen = 0;
  for (const json& artifact : run["artifacts"]) {
    if (!artifact.contains("parentIndex")) continue;
    const json& file = run["artifacts"][artifact["parentIndex"].get<size_t>()];
    if (!file["location"]["uri"].get<std::string>().ends_with("every.mbox")) continue;
    const std::string mail =
        bytes.str().substr(artifact["offset"].get<size_t>(), artifact["length"].get<size_t>());
    const std::string id = artifact["properties"]["messageId"];
    // Where two mails have one id, its name says more.
    CHECK(mail.find(id.substr(0, id.find('#'))) != std::string::npos);
    ++seen;
  }
  CHECK(seen > 20);
}

TEST_CASE("without quotations nothing of the mails but ids is in it") {
  report::ReportOptions options;
  options.quotes = false;
  const Report report = LintEvery();
  const std::string text = SarifOf(report, options)["runs"][0]["results"].dump();
  const std::string quoted = SarifOf(report)["runs"][0]["results"].dump();
  for (const char* word : {"voucher", "cushions", "K7Q2MBXT9V", "Baker", "Information on"}) {
    CAPTURE(word);
    CHECK(text.find(word) == std::string::npos);
    CHECK(quoted.find(word) != std::string::npos);
  }
}

TEST_CASE("a mail in a file of its own is no nested artifact") {
  const test::TempFolder folder;
  Options options;
  options.paths = {folder.Write("one.eml",
                                "From: a@x.example\nTo: b@y.example\nMessage-ID: <1@x>\n"
                                "In-Reply-To: <0@y>\nSubject: A\n"
                                "Date: Mon, 1 Apr 2024 10:00:00 +0000\n\nB.\n")};
  options.all = true;
  const Report report = Lint(options);
  REQUIRE_FALSE(report.findings.empty());
  const json sarif = SarifOf(report);
  CHECK(Violations(sarif) == "");
  const json& artifacts = sarif["runs"][0]["artifacts"];
  REQUIRE(artifacts.size() == 1);
  CHECK(artifacts[0]["mimeType"] == "message/rfc822");
  CHECK(artifacts[0]["length"] == report.mail.messages.front().length);
}

TEST_CASE("what could not be read makes the run fail, unless the user accepts that") {
  const Report report = LintEvery();
  report::ReportOptions options;
  options.complete = false;
  const json failed = SarifOf(report, options)["runs"][0]["invocations"][0];
  CHECK(failed["executionSuccessful"] == false);
  const json accepted = SarifOf(report)["runs"][0]["invocations"][0];
  CHECK(accepted["executionSuccessful"] == true);
  const auto errors = [](const json& invocation) {
    size_t count = 0;
    for (const json& one : invocation["toolExecutionNotifications"])
      count += one["level"] == "error" ? 1 : 0;
    return count;
  };
  CHECK(errors(failed) == 2);  // the mailbox is cut, and a piece of it is no mail
  CHECK(errors(accepted) == 0);
  CHECK(failed["toolExecutionNotifications"].size() ==
        accepted["toolExecutionNotifications"].size());
}

TEST_CASE("suppressions, the baseline and equal fingerprints") {
  Report report = LintEvery();
  REQUIRE(report.findings.size() > 3);
  report.suppressions = {{"threadlint.ignore", 2, "68c0", 1, "known", "", SuppressionState::kUsed},
                         {"threadlint.ignore", 3, "{x}", 0, "old", "", SuppressionState::kUnused}};
  report.baselined = true;
  report.absent = {{"0123456789abcdef", "TL101", Severity::kError}};
  for (Finding& f : report.findings) f.baseline = BaselineState::kNew;
  report.findings[0].suppressed = "known";
  report.findings[1].baseline = BaselineState::kUnchanged;
  report.findings[2].fingerprint = report.findings[1].fingerprint;
  const json sarif = SarifOf(report);
  CHECK(Violations(sarif) == "");
  const json& run = sarif["runs"][0];
  CHECK(run["results"][0]["suppressions"][0]["justification"] == "known");
  CHECK(run["results"][1]["suppressions"].empty());
  CHECK(run["results"][1]["baselineState"] == "unchanged");
  const std::string first = run["results"][1]["partialFingerprints"]["primaryLocationLineHash"];
  const std::string second = run["results"][2]["partialFingerprints"]["primaryLocationLineHash"];
  CHECK(first.ends_with(":1"));
  CHECK(second == first.substr(0, first.size() - 1) + "2");
  CHECK(run["results"].size() == report.findings.size());  // no alert for what is gone
  CHECK(run["properties"]["absent"].size() == 1);
  const json& notifications = run["invocations"][0]["toolConfigurationNotifications"];
  REQUIRE(notifications.size() == 1);
  CHECK(notifications[0]["message"]["text"] == "The suppression of {{x}} is unused.");
  CHECK_FALSE(SarifOf(LintEvery())["runs"][0]["results"][0].contains("suppressions"));
}

TEST_CASE("of too many results the gravest stay, and the number of the rest is told") {
  Report report = LintEvery();
  Finding note = report.findings.front();
  note.severity = Severity::kNote;
  const size_t graver = report.findings.size() - 1;
  report.findings.insert(report.findings.begin(), 10000 - graver + 7, note);
  for (size_t i = 10000 - graver + 7; i < report.findings.size(); ++i)
    report.findings[i].severity = Severity::kError;
  const json run = SarifOf(report)["runs"][0];
  CHECK(run["results"].size() == 10000);
  size_t errors = 0;
  for (const json& result : run["results"]) errors += result["level"] == "error" ? 1 : 0;
  CHECK(errors == graver + 1);
  const std::string told =
      run["invocations"][0]["toolExecutionNotifications"].back()["message"]["text"];
  CHECK(told.starts_with("8 findings are not in this report"));
}

TEST_CASE("a report without findings, and one of nothing") {
  const test::TempFolder folder;
  Options options;
  options.paths = {folder.Write("empty.mbox", ""), "/nonexistent"};
  report::ReportOptions incomplete;
  incomplete.complete = false;
  const json sarif = SarifOf(Lint(options), incomplete);
  CHECK(Violations(sarif) == "");
  CHECK(sarif["runs"][0]["invocations"][0]["executionSuccessful"] == false);
}

TEST_CASE("the schema of what is written is no formality") {
  json sarif = SarifOf(LintEvery());
  const auto broken = [&](const json::json_pointer& at, const json& value) {
    json copy = sarif;
    copy[at] = value;
    return !Violations(copy).empty();
  };
  CHECK(broken("/runs/0/results/0/message/text"_json_pointer, ""));
  CHECK(broken("/runs/0/results/0/locations"_json_pointer, json::array()));
  CHECK(broken("/runs/0/results/0/level"_json_pointer, "fatal"));
  CHECK(broken("/runs/0/results/0/baselineState"_json_pointer, "absent"));
  CHECK(broken("/runs/0/results/0/locations/0/physicalLocation/region/startLine"_json_pointer, 0));
  CHECK(broken("/runs/0/artifacts/0/location/uri"_json_pointer, "a b"));
}

}  // namespace
}  // namespace threadlint
