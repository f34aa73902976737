#include "../support/hostile.h"
#include "../support/text_output.h"
#include "report/writers.h"
#include "util/visible.h"

#include <threadlint/rule.h>

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace threadlint::report {
namespace {

std::string Junit(const Report& report, bool quotes = false, bool complete = false) {
  test::TextOutput out;
  WriteJunit(report, {.quotes = quotes, .complete = complete}, out);
  return out.text;
}

pugi::xml_document Parse(const std::string& text) {
  pugi::xml_document out;
  const auto result = out.load_buffer(text.data(), text.size(), pugi::parse_default);
  CAPTURE(text);
  REQUIRE(result.status == pugi::status_ok);
  return out;
}

// XML 1.0 has no room for any of these, however they are written.
bool HasForbiddenCharacter(const std::string& text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return true;
  if (text.find("\xEF\xBF\xBE") != text.npos || text.find("\xEF\xBF\xBF") != text.npos) return true;
  for (size_t at = text.find("&#"); at != text.npos; at = text.find("&#", at + 1))
    if (text.compare(at, 5, "&#10;") != 0) return true;
  return false;
}

pugi::xml_node Test(const pugi::xml_node& suite, const std::string& name) {
  for (const pugi::xml_node test : suite.children("testcase"))
    if (std::string(test.attribute("name").value()).starts_with(name)) return test;
  return {};
}

unsigned CountOf(const pugi::xml_node& suite, const char* element) {
  unsigned n = 0;
  for (const pugi::xml_node test : suite.children("testcase")) n += !test.child(element).empty();
  return n;
}

Report Demo() {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  return Lint(options);
}

TEST_CASE("a suite a case, a test a rule, and the sums are right") {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/every/every.mbox",
                   THREADLINT_SOURCE_DIR "/testdata/every/damaged.mbox"};
  Report report = Lint(options);
  report.findings.front().fails = false;
  report.findings.front().suppressed = "agreed";
  const pugi::xml_document document = Parse(Junit(report));
  const pugi::xml_node all = document.child("testsuites");
  const auto suites = all.children("testsuite");
  CHECK(static_cast<size_t>(std::distance(suites.begin(), suites.end())) ==
        report.shown.size() + 1);
  unsigned tests = 0, failures = 0, errors = 0;
  std::set<std::string> names;
  for (const pugi::xml_node suite : suites) {
    const auto in_suite = suite.children("testcase");
    CHECK(suite.attribute("tests").as_uint() ==
          static_cast<unsigned>(std::distance(in_suite.begin(), in_suite.end())));
    CHECK(suite.attribute("failures").as_uint() == CountOf(suite, "failure"));
    CHECK(suite.attribute("errors").as_uint() == CountOf(suite, "error"));
    CHECK(suite.attribute("skipped").as_uint() == CountOf(suite, "skipped"));
    tests += suite.attribute("tests").as_uint();
    failures += suite.attribute("failures").as_uint();
    errors += suite.attribute("errors").as_uint();
    // Readers keep the first of tests with one name.
    for (const pugi::xml_node test : in_suite)
      CHECK(names
                .insert(std::string(test.attribute("classname").value()) + " " +
                        test.attribute("name").value())
                .second);
  }
  CHECK(all.attribute("tests").as_uint() == tests);
  CHECK(all.attribute("failures").as_uint() == failures);
  CHECK(all.attribute("errors").as_uint() == errors);
  CHECK(failures > 0);
  CHECK(errors == 1);
  const auto case_rules = std::ranges::count_if(
      report.rules, [](const RuleInfo* rule) { return rule->check_case != nullptr; });
  const pugi::xml_node second = *std::next(suites.begin());
  CHECK(second.attribute("tests").as_uint() == static_cast<unsigned>(case_rules));
  CHECK(second.attribute("name").value() == report.set.cases[report.shown.front()].id);
}

TEST_CASE("a finding fails, passes with a word, or is skipped") {
  Report report = Demo();
  const Finding original = report.findings.front();
  const std::string name(original.rule->id);
  const auto result = [&](const Finding& finding) {
    report.findings = {finding};
    const pugi::xml_document document = Parse(Junit(report));
    const pugi::xml_node test =
        Test(document.child("testsuites").child("testsuite").next_sibling(), name);
    REQUIRE_FALSE(test.empty());
    return std::string(test.first_child().name()) + " " +
           test.first_child().attribute("message").value();
  };
  Finding f = original;
  f.fails = true;
  CHECK(result(f).starts_with("failure " + std::string(f.rule->summary)));
  f.fails = false;
  CHECK(result(f) == "system-out ");
  f.accepted = true;
  f.baseline = BaselineState::kUnchanged;
  CHECK(result(f) == "skipped unchanged since the baseline");
  f.suppressed = "Agreed & settled.";
  CHECK(result(f) == "skipped suppressed: Agreed & settled.");
}

TEST_CASE("input that could not be read is an error, and so is what a limit hides told") {
  Report report = Demo();
  report.inputs.front().state = InputState::kUnreadable;
  report.cut_findings = 3;
  const pugi::xml_document document = Parse(Junit(report));
  const pugi::xml_node input = document.child("testsuites").child("testsuite");
  CHECK(std::string(input.attribute("name").value()) == "input");
  CHECK(std::string(input.child("testcase").child("error").attribute("type").value()) ==
        "unreadable");
  CHECK(std::string(Test(input, "limit").child("skipped").attribute("message").value())
            .starts_with("3 findings"));
  const pugi::xml_document allowed = Parse(Junit(report, false, true));
  const pugi::xml_node path = allowed.child("testsuites").child("testsuite").child("testcase");
  CHECK(path.child("error").empty());
  CHECK(std::string(path.child("skipped").attribute("message").value()) ==
        "not all of it could be read (unreadable)");
}

TEST_CASE("whatever the mail says, it is XML, and says it") {
  for (const std::string_view text : test::kHostile) {
    CAPTURE(text);
    const Report report = test::HostileReport(text);
    const std::string xml = Junit(report, true);
    CHECK_FALSE(HasForbiddenCharacter(xml));
    const pugi::xml_document document = Parse(xml);
    const pugi::xml_node suite = document.child("testsuites").child("testsuite").next_sibling();
    CHECK(suite.attribute("name").value() ==
          report.set.cases.front().id + ": " + util::MakeVisible(text));
    const pugi::xml_node failure = document.select_node("//failure").node();
    CHECK(std::string_view(failure.attribute("message").value())
              .starts_with(util::MakeVisible(text)));
    CHECK(std::string_view(failure.text().get()).starts_with(util::MakeVisible(text) + "\n"));
  }
}

TEST_CASE("references give no word of the mails") {
  Report report = test::HostileReport("SECRET");
  report.inputs.front().path = "in.mbox";
  for (MailFile& file : report.mail.files) file.path = "in.mbox";
  for (Finding& f : report.findings) {
    f.suppressed.clear();
    for (Evidence& e : f.evidence) e.path = "in.mbox";
  }
  CHECK(Junit(report, true).find("SECRET") != std::string::npos);
  CHECK(Junit(report, false).find("SECRET") == std::string::npos);
}

}  // namespace
}  // namespace threadlint::report
