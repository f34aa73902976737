#include "../support/hostile.h"
#include "../support/text_output.h"
#include "report/markdown_text.h"
#include "report/writers.h"
#include "util/visible.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace threadlint::report {
namespace {

std::string Markdown(const Report& report, const ReportOptions& options) {
  test::TextOutput out;
  WriteMarkdown(report, options, out);
  return out.text;
}

TEST_CASE("plain words stand as they are, all else in code") {
  const struct {
    const char *text, *markdown;
  } kTable[] = {
      {"I don't know: 3.50 (or 20%), at 10:30!", "I don't know: 3.50 (or 20%), at 10:30!"},
      {"a   b", "a b"},
      {"", ""},
      {"<b>x</b>", "`<b>x</b>`"},
      {"see [a](b) or", "see `[a](b)` or"},
      {"*two words*", "`*two words*`"},
      {"@octocat #12 GH-12 a/b#3", "`@octocat #12 GH-12 a/b#3`"},
      {"www.evil.example", "`www.evil.example`"},
      {"a@mail.example", "`a@mail.example`"},
      {"to a@mail.example, (b@mail.example).", "to `a@mail.example`, (`b@mail.example`)."},
      {"(order LK-20)", "(order `LK-20`)"},
      {"\"a_b\"?", "\"`a_b`\"?"},
      {"f(x)", "`f(x)`"},
      {"`x`", "`` `x` ``"},
      {"x``y", "```x``y```"},
      {"a|b", "`a`&#124;`b`"},
      {"a\\|b", "`a\\`&#124;`b`"},
      {"a | b", "a &#124; b"},
      {"`a | b`", "`` `a  ``&#124;``  b` ``"},
      {"1. one", "`1`. one"},
      {"on 18. June", "on 18. June"},
      {"- x", "`-` x"},
      {"A & B", "A & B"},
      {"& B", "`&` B"},
      {"a5c3785 1234567 defaced", "`a5c3785 1234567 defaced`"},
      {"a\nb", "`a\\x0ab`"},
      {"\xE2\x80\xAE"
       "abc",
       "`\\u202eabc`"},
      {"Sofa \xC3\x85re", "Sofa \xC3\x85re"},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.text);
    CHECK(MarkdownText(row.text) == row.markdown);
  }
}

TEST_CASE("mail adds no line, no heading and no cell") {
  const ReportOptions quotes;
  const ReportOptions cases{.findings = false};
  const Report plain = test::HostileReport("plain");
  const auto shape = [](const std::string& text) {
    std::string out;  // of each line its first sign, of a row of a table its bars too
    for (size_t at = 0; at < text.size();) {
      const size_t end = text.find('\n', at);
      const std::string line = text.substr(at, end - at);
      if (line.starts_with('|') || line.starts_with('#') || line.starts_with('>')) out += line[0];
      if (line.starts_with('|')) out += std::to_string(std::count(line.begin(), line.end(), '|'));
      out += '\n';
      at = end + 1;
    }
    return out;
  };
  for (const std::string_view text : test::kHostile) {
    CAPTURE(text);
    const Report report = test::HostileReport(text);
    CHECK(shape(Markdown(report, quotes)) == shape(Markdown(plain, quotes)));
    CHECK(shape(Markdown(report, cases)) == shape(Markdown(plain, cases)));
  }
}

TEST_CASE("references give no word of the mails; what was settled stands in the table alone") {
  Report report = test::HostileReport("SECRET");
  for (Finding& f : report.findings) {
    f.suppressed.clear();
    f.wrong_if = "Wrong.";
    for (Evidence& e : f.evidence) e.path = "in.mbox";
  }
  CHECK(Markdown(report, {}).find("SECRET") != std::string::npos);
  CHECK(Markdown(report, {.quotes = false}).find("SECRET") == std::string::npos);
  CHECK(Markdown(report, {.findings = false}).find("SECRET") != std::string::npos);
  CHECK(Markdown(report, {.findings = false, .quotes = false}).find("SECRET") == std::string::npos);
  for (Finding& f : report.findings) f.suppressed = "agreed";
  const std::string settled = Markdown(report, {});
  CHECK(settled.find("(suppressed: agreed)") != std::string::npos);
  CHECK(settled.find("\n> ") == std::string::npos);
}

}  // namespace
}  // namespace threadlint::report
