#include "../support/hostile.h"
#include "../support/text_output.h"
#include "report/writers.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::report {
namespace {

std::string Text(const Report& report, const ReportOptions& options) {
  test::TextOutput out;
  WriteText(report, options, out);
  return out.text;
}

TEST_CASE("references give no subject, name, address or word of the mails") {
  Report report = test::HostileReport("SECRET");
  report.coverage.sent = 0;
  report.inputs.front().path = "in.mbox";
  report.inputs.front().notes.clear();
  for (Finding& f : report.findings) {
    f.suppressed.clear();
    f.wrong_if = "Wrong.";
    for (Evidence& e : f.evidence) e.path = "in.mbox";
  }
  for (const bool findings : {true, false}) {
    CAPTURE(findings);
    CHECK(Text(report, {.findings = findings}).find("SECRET") != std::string::npos);
    const std::string text = Text(report, {.findings = findings, .quotes = false});
    CHECK(text.find("SECRET") == std::string::npos);
    CHECK(text.find(report.set.cases.front().id) != std::string::npos);
  }
}

TEST_CASE("nothing from mail acts on a terminal") {
  for (const std::string_view text : test::kHostile) {
    CAPTURE(text);
    for (const bool findings : {true, false})
      for (const char c : Text(test::HostileReport(text), {.findings = findings}))
        CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  }
}

}  // namespace
}  // namespace threadlint::report
