// GitHub Actions: the worst findings as annotations, all of them in the log.
#include "report/closing_words.h"
#include "report/finding_counts.h"
#include "report/finding_words.h"
#include "report/github_command.h"
#include "report/paths.h"
#include "report/reference.h"
#include "report/severity_order.h"
#include "report/text_inputs.h"
#include "report/writers.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

namespace threadlint::report {
namespace {

// The runner drops what is beyond ten a kind and step without a word.
constexpr size_t kMostAnnotations = 10;

std::string_view CommandOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "notice";
  }
  return "notice";
}

std::string TitleOf(const Finding& f) { return fmt::format("{} {}", f.rule->id, f.rule->slug); }

std::string StateOf(const Finding& f) {
  if (!f.suppressed.empty()) return fmt::format(" (suppressed: {})", f.suppressed);
  if (f.baseline == BaselineState::kNone) return {};
  return fmt::format(" ({})", Name(f.baseline));
}

size_t WriteAnnotations(const Report& report, const ReportOptions& options, Output& output) {
  size_t written = 0;
  for (const Finding* f : GravestFirst(report.findings)) {
    if (!IsNews(*f)) continue;
    const Location place = LocationOf(report, *f);
    output.Write(CommandLine(
        {CommandOf(f->severity), HostPath(place.path, options.directory), place.line, TitleOf(*f),
         (options.quotes ? f->text : Reference(report, *f)) + DoubtWords(*f, options.quotes)}));
    if (++written == kMostAnnotations) break;
  }
  return written;
}

void WriteFinding(const Report& report, const ReportOptions& options, const Finding& f,
                  Output& output) {
  const Location place = LocationOf(report, f);
  output.Write(LogLine(fmt::format(
      "{}:{}: {} {}{}: {}", HostPath(place.path, options.directory), place.line, Name(f.severity),
      TitleOf(f), StateOf(f),
      (options.quotes ? f.text : Reference(report, f)) + DoubtWords(f, options.quotes))));
  if (!options.quotes) return;
  for (const Evidence& e : f.evidence)
    if (!e.quote.empty())
      output.Write(LogLine(
          fmt::format("  {}:{}: {}", HostPath(e.path, options.directory), e.line, e.quote)));
}

}  // namespace

void WriteGithub(const Report& report, const ReportOptions& options, Output& output) {
  const size_t annotations = WriteAnnotations(report, options, output);
  if (!report.findings.empty()) {
    const std::string annotated =
        annotations == report.findings.size()
            ? std::string()
            : fmt::format("; the annotations show {} of them", annotations);
    output.Write(fmt::format("::group::threadlint: {}{}\n", CountFindings(report), annotated));
    for (const Finding& f : report.findings) WriteFinding(report, options, f, output);
    output.Write("::endgroup::\n");
  }
  output.Write(LogLine(fmt::format("{} in {}: {}.", Count(report.shown.size(), "case"),
                                   Count(report.messages, "message"), CountFindings(report))));
  if (const std::string aside = FindingsAside(report); !aside.empty()) output.Write(LogLine(aside));
  if (!options.quiet) output.Write(LogLine(kClosingWords));
}

}  // namespace threadlint::report
