// GitHub Actions: the table on the page of a job.
#include "report/closing_words.h"
#include "report/finding_counts.h"
#include "report/markdown_text.h"
#include "report/paths.h"
#include "report/reference.h"
#include "report/severity_order.h"
#include "report/text_inputs.h"
#include "report/writers.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

namespace threadlint::report {
namespace {

std::string StateOf(const Finding& f) {
  if (!f.suppressed.empty()) return "suppressed";
  return std::string(f.baseline == BaselineState::kUnchanged ? "known" : Name(f.baseline));
}

std::string Row(const Report& report, const ReportOptions& options, const Finding& f) {
  const Location place = LocationOf(report, f);
  return fmt::format("| {} | {} {} | {} | {} | {}\\:{} | {} |\n", Name(f.severity), f.rule->id,
                     f.rule->slug,
                     f.case_index == kNoCase ? std::string_view()
                                             : std::string_view(report.set.cases[f.case_index].id),
                     f.message == kNoMessage ? std::string() : DayOf(report, f.message),
                     MarkdownText(HostPath(place.path, options.directory)), place.line, StateOf(f));
}

// What could not be read stands above all: a table without it would look complete.
std::string InputTrouble(const Report& report, const ReportOptions& options) {
  std::string out;
  for (const InputReport& input : report.inputs)
    if (input.state != InputState::kOk)
      out += fmt::format("**{}**: {}\n\n", MarkdownText(HostPath(input.path, options.directory)),
                         input.state == InputState::kEmpty
                             ? "no mail in it"
                             : fmt::format("not all of it could be read ({})", Name(input.state)));
  return out;
}

}  // namespace

void WriteGithubSummary(const Report& report, const ReportOptions& options, uint64_t room,
                        Output& output) {
  const std::string aside = FindingsAside(report);
  std::string out = fmt::format("### threadlint: {}\n\n{}{} in {}.{}{}\n", CountFindings(report),
                                InputTrouble(report, options), Count(report.shown.size(), "case"),
                                Count(report.messages, "message"), aside.empty() ? "" : " ", aside);
  const std::string end = fmt::format("\n{}\n\n", kClosingWords);
  // What "… and N more" needs: the longest number, and some words.
  constexpr size_t kMoreBytes = 120;
  if (out.size() + end.size() + kMoreBytes > room) return;
  if (!report.findings.empty()) {
    out += "\n| severity | rule | case | mail of | place | state |\n|---|---|---|---|---|---|\n";
    size_t written = 0;
    for (const Finding* f : GravestFirst(report.findings)) {
      const std::string row = Row(report, options, *f);
      if (out.size() + row.size() + kMoreBytes + end.size() > room) break;
      out += row;
      ++written;
    }
    if (written < report.findings.size())
      out += fmt::format("\n… and {} more, none of them graver: the log has them all.\n",
                         report.findings.size() - written);
  }
  output.Write(out + end);
}

}  // namespace threadlint::report
