// Sixty things that strangers write to reach a terminal, a log or a page, in everything that a
// report takes from mail, through every writer: none of them comes out as it is.
#include "../support/hostile.h"
#include "report/reply.h"
#include "report/report.h"
#include "report/stats.h"
#include "report/text_output.h"
#include "report/tokens.h"
#include "util/unicode_hidden.h"
#include "util/utf8.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPayloads[] = {
    // ECMA-48 controls
    "\x1b[31mred\x1b[0m"sv,
    "\x1b[2J\x1b[H"sv,
    "\x1b[1A\x1b[2Kno findings"sv,
    "\x1b[?1049h"sv,
    "\x1b]0;title\x07"sv,
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\"sv,
    "\x1b]52;c;ZXZpbA==\x07"sv,
    "\x1bP$qm\x1b\\"sv,
    "\x1b_app\x1b\\"sv,
    "\x1b^pm\x1b\\"sv,
    "\x1b"
    "c"sv,
    "\xC2\x9B"
    "31mred"sv,
    "\xC2\x9D"
    "0;title\xC2\x9C"sv,
    "\x9b"
    "31m"sv,
    "over\rwritten"sv,
    "back\b\b\b\b"sv,
    "bell\x07"sv,
    "tab\tvt\vff\f"sv,
    "del\x7f"sv,
    "a\0b"sv,
    "\x0e\x0f"sv,
    "\xC2\x85next"sv,
    "one\r\ntwo\nthree"sv,
    // Direction
    "\u202Egpj.exe"sv,
    "\u202Dx\u202C"sv,
    "\u202Ax\u202Bx"sv,
    "\u2066x\u2069"sv,
    "\u2067x\u2068"sv,
    "\u200Ex\u200F"sv,
    "\u061Cx"sv,
    // What has no width or is not seen
    "help\u200B@desk.example"sv,
    "a\u200Cb\u200D"sv,
    "a\u2060b\uFEFF"sv,
    "a\u00ADb"sv,
    "a\u034Fb"sv,
    "a\u2061\u2062\u2063\u2064"sv,
    "a\u180Eb"sv,
    "a\u3164b\u115F\u1160\uFFA0"sv,
    "a\U000E0001\U000E0041\U000E007F"sv,
    "a\uFFF9b\uFFFAc\uFFFB"sv,
    "a\u2028b\u2029c"sv,
    "a\U000E0100"sv,
    // No UTF-8
    "\xC0\xAF"sv,
    "\xED\xA0\x80"sv,
    "\xF4\x90\x80\x80"sv,
    "\xE2\x82"sv,
    "\x80\xBF"sv,
    "\xFF\xFE"sv,
    "\xEF\xBF\xBE\xEF\xBF\xBF"sv,
    // Commands to services that read logs
    "::error file=a,line=1::evil"sv,
    "\n::error::evil"sv,
    " ::set-output name=a::b"sv,
    "::stop-commands::x"sv,
    "::add-mask::a"sv,
    "##[error]evil"sv,
    "##vso[task.complete]"sv,
    "\r::warning::evil"sv,
    "%0A::error::evil"sv,
    // Ways out of quotation
    "\"},{\"rule\":\"TL101\"},{\""sv,
    "]]><testcase/><![CDATA["sv,
    "</script><script>alert(1)"sv,
    "<img src=x onerror=alert(1)>"sv,
    "\" onload=\"alert(1)"sv,
    "=cmd|'/C calc'!A0"sv,
    "\n=1+1,\"\n"sv,
    "```\n# heading\n"sv,
    "[x](javascript:alert(1))"sv,
    "&#x1b;[31m"sv,
};
static_assert(std::size(kPayloads) >= 60);

// Everything that this format can be made to write of the report.
std::vector<std::string> Written(const Format& format, const Report& report) {
  std::vector<std::string> out;
  const auto add = [&out](const auto& write) {
    TextOutput output;
    write(output);
    out.push_back(std::move(output.text));
  };
  for (const bool findings : {true, false})
    for (const bool quotes : {true, false}) {
      ReportOptions options;
      options.findings = findings;
      options.quotes = quotes;
      if (findings || format.cases)
        add([&](Output& output) { format.write(report, options, output); });
    }
  if (format.write_case != nullptr)
    add([&](Output& output) { format.write_case(report, 0, {}, output); });
  if (format.write_summary != nullptr)
    add([&](Output& output) { format.write_summary(report, {}, 1 << 20, output); });
  return out;
}

// The code points of it that act on a terminal, or that nobody sees.
std::set<char32_t> Acting(std::string_view text) {
  std::set<char32_t> out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = util::DecodeUtf8(text, at);
    if (c != '\n' && util::IsHidden(c)) out.insert(c);
  }
  return out;
}

// Lines that a build service obeys.
size_t Commands(std::string_view text) {
  size_t out = text.starts_with("::") ? 1 : 0;
  for (size_t at = 0; (at = text.find_first_of("\n\r", at)) != std::string_view::npos; ++at) {
    const size_t first = text.find_first_not_of(" \t\n\r", at);
    if (first != std::string_view::npos && text.substr(first).starts_with("::")) ++out;
  }
  for (const std::string_view mark : {"##[", "##vso["})
    for (size_t at = 0; (at = text.find(mark, at)) != std::string_view::npos; ++at) ++out;
  return out;
}

Report Demo() {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  return Lint(options);
}

}  // namespace

TEST_CASE("What strangers write reaches no terminal, log or page as it is") {
  Report report = Demo();
  for (const Format& format : Formats()) {
    CAPTURE(format.name);
    test::MakeHostile("plain", report);
    for (Finding& finding : report.findings)
      finding.doubts = {{"plain", "The sender is not confirmed."}};
    const std::vector<std::string> plain = Written(format, report);
    std::set<char32_t> own;  // CSV ends its lines as RFC 4180 has it
    for (const std::string& text : plain) own.merge(Acting(text));
    CHECK(std::ranges::all_of(own, [](char32_t c) { return c == '\r'; }));
    for (const std::string_view payload : kPayloads) {
      CAPTURE(payload);
      test::MakeHostile(payload, report);
      for (Finding& finding : report.findings)
        finding.doubts = {{std::string(payload), "The sender is not confirmed."}};
      const std::vector<std::string> hostile = Written(format, report);
      REQUIRE(hostile.size() == plain.size());
      for (size_t i = 0; i < hostile.size(); ++i) {
        CHECK(util::IsValidUtf8(hostile[i]));
        std::set<char32_t> acting = Acting(hostile[i]);
        acting.erase(own.contains('\r') ? U'\r' : U'\0');
        CHECK(acting.empty());
        // What goes to a log by itself; files that are printed into one are the printer's.
        if (format.name == "text") CHECK(Commands(hostile[i]) == Commands(plain[i]));
      }
    }
  }
}

}  // namespace threadlint::report
