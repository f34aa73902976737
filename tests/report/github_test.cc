// What the runner of GitHub Actions makes of our lines.
#include "../support/text_output.h"
#include "report/github_command.h"
#include "report/severity_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace threadlint::report {
namespace {

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

// A command in either of its two forms, as the runner looks for them.
bool IsCommand(const std::string& line) {
  const size_t begin = line.find_first_not_of(" \t");
  return (begin != std::string::npos && line.compare(begin, 2, "::") == 0) ||
         line.find("##[") != std::string::npos;
}

TEST_CASE("an annotation is one line, and its parts stay apart") {
  CHECK(CommandLine({"error", "a.mbox", 7, "TL101 x", "The address changed."}) ==
        "::error file=a.mbox,line=7,title=TL101 x::The address changed.\n");
  CHECK(CommandLine({"notice", "a,b:c%d", 1, "t,line=9::", "50 % \n::error::x"}) ==
        "::notice file=a%2Cb%3Ac%25d,line=1,title=t%2Cline=9%3A%3A::50 %25 \\x0a::error::x\n");
}

TEST_CASE("no line of the log is a command, whatever it holds") {
  for (const char* text :
       {"::error::x", "  ::set-output name=a::b", "a\n::error::b", "a\r\n::add-mask::b",
        "##[debug]x", "x ##[add-mask]y", "####[[x]", "\xe2\x80\xa8::error::x", "\x0b::error::x",
        "##\x1b[1m[debug]", "#\x00#[debug]"}) {
    const std::vector<std::string> lines = Lines(LogLine(text));
    REQUIRE(lines.size() == 1);
    CHECK_FALSE(IsCommand(lines.front()));
  }
  CHECK(IsCommand(" ::error::x"));
  CHECK(IsCommand("x ##[debug]"));
}

Finding Make(Severity severity, double confidence) {
  Finding f;
  f.severity = severity;
  f.confidence = confidence;
  return f;
}

TEST_CASE("the gravest come first, equals as they stand") {
  const std::vector<Finding> findings = {Make(Severity::kNote, 1), Make(Severity::kError, 0.6),
                                         Make(Severity::kWarning, 0.9), Make(Severity::kError, 0.9),
                                         Make(Severity::kError, 0.6)};
  const std::vector<const Finding*> order = GravestFirst(findings);
  std::vector<size_t> got;
  for (const Finding* f : order) got.push_back(static_cast<size_t>(f - findings.data()));
  CHECK(got == std::vector<size_t>{3, 1, 4, 2, 0});
}

TEST_CASE("what somebody has judged is no news") {
  Finding f;
  CHECK(IsNews(f));
  for (const auto& [state, news] :
       {std::pair(BaselineState::kNew, true), std::pair(BaselineState::kUpdated, true),
        std::pair(BaselineState::kUnchanged, false)}) {
    f.baseline = state;
    CHECK(IsNews(f) == news);
  }
  f.baseline = BaselineState::kNew;
  f.suppressed = "known to the desk";
  CHECK_FALSE(IsNews(f));
}

}  // namespace
}  // namespace threadlint::report
