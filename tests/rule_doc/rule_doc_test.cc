// Rule documents are tests: each example is run and must give the findings that stand below it.
#include "../support/temp_folder.h"
#include "examples.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace threadlint {
namespace {

std::string NameOf(const Report& report, MessageIndex i) {
  if (i == kNoMessage) return "-";
  // Mails that share an id are told by their hash, which a document need not know.
  const Message& m = report.mail.messages[i];
  return m.message_id == 0 ? MessageName(report.mail, m)
                           : "<" + std::string(report.mail[m.message_id]) + ">";
}

std::vector<std::string> RunExample(const RuleInfo& rule, const std::string& mbox) {
  const test::TempFolder folder;
  Options options;
  options.paths = {folder.Write("example.mbox", mbox)};
  options.all = true;
  options.select = {std::string(rule.id)};
  const Report report = Lint(options);
  std::vector<std::string> out;
  for (const Finding& f : report.findings) {
    const bool of_input = rule.check_input != nullptr;
    std::string line = std::string(f.rule->id) + " " + std::string(Name(f.severity)) + " " +
                       (of_input ? "-" : NameOf(report, f.message));
    if (!f.related.empty()) line += " after " + NameOf(report, f.related.front());
    out.push_back(line);
    // What every finding owes its reader.
    CHECK_FALSE(f.text.empty());
    CHECK_FALSE(f.wrong_if.empty());
    CHECK_FALSE(f.evidence.empty());
    for (const Evidence& e : f.evidence) CHECK_MESSAGE(e.line > 0, f.text);
    CHECK(f.fingerprint.size() == 16);
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("every example of every rule document gives the findings below it") {
  REQUIRE_FALSE(Rules().empty());
  for (const RuleInfo& rule : Rules()) {
    const std::string id(rule.id);
    CAPTURE(id);
    const auto examples = test::ReadExamples(rule.document);
    REQUIRE_FALSE(examples.empty());
    for (size_t i = 0; i < examples.size(); ++i) {
      CAPTURE(i);
      std::vector<std::string> expected = examples[i].findings;
      std::sort(expected.begin(), expected.end());
      CHECK(RunExample(rule, examples[i].mbox) == expected);
      if (examples[i].section == "Not reported") CHECK(expected.empty());
    }
  }
}

TEST_CASE("every rule document has the sections that its readers look for") {
  for (const RuleInfo& rule : Rules()) {
    const std::string document(rule.document), id(rule.id);
    CAPTURE(id);
    size_t at = 0;
    for (const char* section : {"## What it does\n", "## Why it matters\n", "## Example\n",
                                "## Not reported\n", "## What would make this wrong\n"}) {
      CAPTURE(section);
      at = document.find(section, at);
      REQUIRE(at != std::string::npos);
    }
    CHECK(rule.summary.size() <= 90);
    CHECK(rule.summary.find('.') == std::string_view::npos);
  }
}

TEST_CASE("a document with half an example is refused") {
  CHECK_THROWS(test::ReadExamples("```mbox\nFrom x\n\n```\n"));
  CHECK_THROWS(test::ReadExamples("```findings\nnone\n```\n"));
  CHECK_THROWS(test::ReadExamples("```mbox\nFrom x\n"));
}

}  // namespace
}  // namespace threadlint
