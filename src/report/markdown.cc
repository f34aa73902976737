// GitHub-flavoured Markdown, to paste into an issue or a ticket.
#include "report/closing_words.h"
#include "report/finding_counts.h"
#include "report/finding_words.h"
#include "report/markdown_text.h"
#include "report/reference.h"
#include "report/text_inputs.h"
#include "report/timeline.h"
#include "report/writers.h"
#include "verdict/confidence.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

namespace threadlint::report {
namespace {

// Empty for no mail, and for one without a date.
std::string DayOrNone(const Report& report, MessageIndex i) {
  return i == kNoMessage ? std::string() : DayOf(report, i);
}

class Writer {
 public:
  Writer(const Report& report, const ReportOptions& options, Output& output)
      : report_(report), options_(options), output_(output) {}

  void WriteFindings() {
    Heading("threadlint report");
    Line(Sums());
    Trouble();
    if (!report_.findings.empty()) FindingTable();
    for (const uint32_t i : report_.shown) Section(i);
    Section(kNoCase);
    Closing();
  }

  void WriteCases() {
    Heading("threadlint cases");
    Line(CasesAndMessages() + ".");
    Trouble();
    if (!report_.shown.empty()) CaseTable();
    Closing();
  }

 private:
  void Line(std::string_view text) { output_.Write(fmt::format("\n{}\n", text)); }
  void Heading(std::string_view text) { output_.Write(fmt::format("# {}\n", text)); }
  void Closing() {
    if (!options_.quiet) Line(kClosingWords);
  }

  std::string CasesAndMessages() const {
    return fmt::format("{} in {}", Count(report_.shown.size(), "case"),
                       Count(report_.messages, "message"));
  }

  std::string Sums() const {
    const std::string aside = FindingsAside(report_);
    return fmt::format("{}: {}.{}{}", CasesAndMessages(), CountFindings(report_),
                       aside.empty() ? "" : " ", aside);
  }

  void Trouble() {
    const Coverage& coverage = report_.coverage;
    if (!coverage.owner.empty() && coverage.sent == 0)
      Line(fmt::format(
          "No mail written by {} was found: add the Sent folder.",
          options_.quotes ? MarkdownText(coverage.owner) : std::string("the owner of the export")));
    for (const InputReport& input : report_.inputs)
      if (input.state != InputState::kOk && input.state != InputState::kEmpty)
        Line(fmt::format("Not all of {} could be read ({}).", MarkdownText(input.path),
                         Name(input.state)));
  }

  void FindingTable() {
    output_.Write(
        "\n| Case | Rule | Severity | Confidence | Mail of | What |\n"
        "|---|---|---|---|---|---|\n");
    for (const Finding& f : report_.findings) {
      const std::string settled = SettledWords(f);
      const std::string what(f.rule->summary);
      output_.Write(
          fmt::format("| {} | {} {} | {} | {} | {} | {} |\n",
                      f.case_index == kNoCase ? std::string() : report_.set.cases[f.case_index].id,
                      f.rule->id, f.rule->slug, Name(f.severity),
                      verdict::Name(verdict::LevelOf(f)), DayOrNone(report_, f.message),
                      settled.empty() ? what : what + " (" + MarkdownText(settled) + ")"));
    }
  }

  // What was settled before stands in the table only.
  void Section(uint32_t case_index) {
    bool begun = false;
    for (const Finding* f : FindingsOf(report_, case_index)) {
      if (!SettledWords(*f).empty()) continue;
      if (!begun) SectionHead(case_index);
      begun = true;
      WriteFinding(*f);
    }
  }

  void SectionHead(uint32_t case_index) {
    if (case_index == kNoCase) return Line("## Input");
    const Case& c = report_.set.cases[case_index];
    Line("## Case " + c.id +
         (options_.quotes ? ": " + MarkdownText(SubjectOf(report_, c)) : std::string()));
    Line(fmt::format("{}, {}", Span(report_, c), Count(c.messages, "message")));
  }

  void WriteFinding(const Finding& f) {
    Line(fmt::format("### {} {}", f.rule->id, f.rule->slug));
    Line(options_.quotes ? MarkdownText(f.text) : Reference(report_, f));
    for (const Evidence& e : f.evidence) {
      const std::string place = MarkdownText(PlaceWords(e));
      const std::string day = DayOrNone(report_, e.message);
      Line(day.empty() ? place : fmt::format("{}, {}", day, place));
      if (options_.quotes && !e.quote.empty()) Line("> " + MarkdownText(e.quote));
    }
    if (!f.doubts.empty()) Line(MarkdownText(DoubtWords(f, options_.quotes).substr(1)));
    Line(fmt::format("Wrong if: {}", MarkdownText(f.wrong_if)));
    Line(fmt::format("{}, `{}`", GradeWords(f), f.fingerprint));
  }

  void CaseTable() {
    output_.Write(
        fmt::format("\n| Case |{} Time | Messages | Segments | Breaks | Missing "
                    "|\n|---|{}---|--:|--:|--:|--:|\n",
                    options_.quotes ? " Subject |" : "", options_.quotes ? "---|" : ""));
    for (const uint32_t i : report_.shown) {
      const Case& c = report_.set.cases[i];
      output_.Write(fmt::format(
          "| {} |{} {} | {} | {} | {} | {} |\n", c.id,
          options_.quotes ? " " + MarkdownText(SubjectOf(report_, c)) + " |" : std::string(),
          Span(report_, c), c.messages, c.segments, c.breaks, c.missing));
    }
  }

  const Report& report_;
  const ReportOptions& options_;
  Output& output_;
};

}  // namespace

void WriteMarkdown(const Report& report, const ReportOptions& options, Output& output) {
  Writer writer(report, options, output);
  options.findings ? writer.WriteFindings() : writer.WriteCases();
}

}  // namespace threadlint::report
