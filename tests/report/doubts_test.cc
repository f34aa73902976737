// What speaks against a mail stands with the finding in every format, and as harmless as all else.
#include "../support/text_output.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace threadlint::report {
namespace {

using Writer = void (*)(const Report&, const ReportOptions&, Output&);
struct Format {
  std::string_view name;
  Writer write;
};
constexpr Format kFormats[] = {
    {"text", WriteText},   {"json", WriteJson},     {"jsonl", WriteJsonLines},
    {"sarif", WriteSarif}, {"github", WriteGithub}, {"gitlab", WriteGitlab},
    {"junit", WriteJunit}, {"csv", WriteCsv},       {"markdown", WriteMarkdown},
    {"html", WriteHtml},
};

Report WithDoubt(const std::string& text) {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  Report report = Lint(options);
  REQUIRE(!report.findings.empty());
  report.findings.front().doubts = {{text, "Somebody doubts it."}, {text, "Somebody doubts it."}};
  return report;
}

size_t Count(std::string_view text, std::string_view what) {
  size_t out = 0;
  for (size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size())
    ++out;
  return out;
}

TEST_CASE("doubts stand in every format; without quotations they name nobody") {
  const Report report = WithDoubt("Nobody vouches for quillwort here.");
  for (const Format& format : kFormats) {
    const std::string_view name = format.name;
    CAPTURE(name);
    ReportOptions options;
    TextOutput open, brief;
    options.quotes = true;
    format.write(report, options, open);
    CHECK(Count(open.text, "quillwort") >= 2);
    CHECK(Count(open.text, "Somebody doubts it.") == 0);
    options.quotes = false;
    format.write(report, options, brief);
    CHECK(Count(brief.text, "quillwort") == 0);
    CHECK(Count(brief.text, "Somebody doubts it.") >= 1);
  }
}

TEST_CASE("doubts reach no terminal, log or page as more than text") {
  const Report report = WithDoubt(
      "a\x1b[31m \xE2\x80\xAE right \xE2\x80\x8B\n::error::x\r\n##[debug]y "
      "<script>alert(1)</script>");
  for (const Format& format : kFormats) {
    const std::string_view name = format.name;
    CAPTURE(name);
    ReportOptions options;
    options.quotes = true;
    TextOutput out;
    format.write(report, options, out);
    CHECK(Count(out.text, "\x1b") == 0);
    CHECK(Count(out.text, "\n::error::x") == 0);
    if (name != "csv" && name != "json" && name != "jsonl") {
      CHECK(Count(out.text, "\xE2\x80\xAE") == 0);
      CHECK(Count(out.text, "\n##[debug]") == 0);
    }
    // Markdown has it as code, where it is none.
    if (name == "html" || name == "junit") CHECK(Count(out.text, "<script>alert(1)") == 0);
  }
}

}  // namespace
}  // namespace threadlint::report
