// The report for people: sentences first, codes last.
#include "report/address_change.h"
#include "report/closing_words.h"
#include "report/finding_words.h"
#include "report/page.h"
#include "report/reference.h"
#include "report/text_accepted.h"
#include "report/text_counterparts.h"
#include "report/text_inputs.h"
#include "report/text_signatures.h"
#include "report/timeline.h"
#include "report/writers.h"
#include "util/civil_time.h"
#include "verdict/confidence.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {
namespace {

Paint PaintOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return Paint::kRed;
    case Severity::kWarning:
      return Paint::kYellow;
    case Severity::kNote:
      return Paint::kCyan;
  }
  return Paint::kPlain;
}

void WriteCoverage(const Report& report, Page& page) {
  const Coverage& coverage = report.coverage;
  if (!coverage.owner.empty() && coverage.sent == 0)
    page.Wrap(fmt::format("No mail written by {} was found: add the Sent folder.",
                          page.quotes() ? Safe(coverage.owner) : "the owner of the export"),
              0, Paint::kYellow);
}

void WriteCaseHead(const Report& report, const Case& c, Page& page) {
  if (page.quotes())
    page.Line(page.Color(Shorten(SubjectOf(report, c), page.width()), Paint::kBold));
  page.Line(page.Color(
      fmt::format("case {}, {}, {}", c.id, Span(report, c), Count(c.messages, "message")),
      page.quotes() ? Paint::kDim : Paint::kBold));
}

// Old and new address of a break, one under the other.
void WriteAddresses(const Report& report, const Break& b, Page& page) {
  const std::string before = Safe(report.mail[b.old_text]);
  const std::string after = Safe(report.mail[b.new_text]);
  if (after.empty() || after == before) return;
  page.Line("    before  " + before);
  page.Line("    now     " + page.Color(after, Paint::kBold));
  const std::string marks = MarkDifference(before, after);
  if (!marks.empty()) page.Line("            " + page.Color(marks, Paint::kRed));
}

// What machines, threadlint.ignore and other people know the finding by.
void WriteCodes(const Finding& f, Page& page) {
  constexpr size_t kIndent = 4;
  const std::string codes = fmt::format(" {} {}, confidence {}", f.rule->id, f.rule->slug,
                                        verdict::Name(verdict::LevelOf(f)));
  const size_t used = kIndent + Name(f.severity).size() + codes.size() + 2 + f.fingerprint.size();
  std::string line(kIndent, ' ');
  line += page.Color(Name(f.severity), PaintOf(f.severity)) + codes;
  if (used > page.width()) {
    page.Line(line);
    line.assign(kIndent, ' ');
  } else {
    line += ", ";
  }
  page.Line(line + page.Color(f.fingerprint, Paint::kDim));
}

void WriteFinding(const Report& report, const Finding& f, Page& page) {
  page.Wrap(page.quotes() ? Safe(f.text) : Reference(report, f), 2);
  const Break* b = ChangeOf(report, f);
  if (b != nullptr && page.quotes()) {
    page.Line();
    WriteAddresses(report, *b, page);
  }
  page.Line();
  for (const Evidence& e : f.evidence) {
    page.Wrap(PlaceWords(e), 4, Paint::kDim);
    if (page.quotes() && !e.quote.empty()) page.Wrap(Safe(e.quote), 6);
  }
  WriteSignatures(report, f, page);
  if (!f.doubts.empty()) {
    page.Line();
    page.Wrap(Safe(DoubtWords(f, page.quotes()).substr(1)), 4);
  }
  page.Line();
  page.Wrap("Wrong if: " + Safe(f.wrong_if), 4, Paint::kDim);
  WriteCodes(f, page);
}

void WriteFindings(const Report& report, Page& page) {
  uint32_t current = kNoCase;
  for (size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& f = report.findings[i];
    if (f.accepted) continue;
    page.Line();
    if (f.case_index != kNoCase && f.case_index != current) {
      WriteCaseHead(report, report.set.cases[f.case_index], page);
      page.Line();
      WriteTimeline(report, f.case_index, false, 2, page);
      page.Line();
    }
    current = f.case_index;
    WriteFinding(report, f, page);
  }
}

// Below this a case takes some lines.
constexpr size_t kLeastColumns = 60;

void WriteNarrow(const Report& report, const Case& c, const std::string& marks, Page& page) {
  page.Line(page.Color(c.id + "  " + Span(report, c), Paint::kDim));
  if (page.quotes()) page.Line("  " + Shorten(SubjectOf(report, c), page.width() - 2));
  page.Wrap(Count(c.messages, "message") + (marks.empty() ? "" : ", " + marks), 2,
            c.breaks > 0 ? Paint::kRed : Paint::kDim);
}

void WriteCaseList(const Report& report, Page& page) {
  page.Line();
  for (const uint32_t i : report.shown) {
    const Case& c = report.set.cases[i];
    std::string marks;
    if (c.segments > 1) marks += fmt::format("{} segments, ", c.segments);
    if (c.breaks > 0) marks += fmt::format("{} broken, ", c.breaks);
    if (c.missing > 0) marks += fmt::format("{} missing, ", c.missing);
    if (!marks.empty()) marks.resize(marks.size() - 2);
    if (page.width() < kLeastColumns) {
      WriteNarrow(report, c, marks, page);
      continue;
    }
    const std::string head =
        fmt::format("{:<10}{:>5}  ", c.id, c.messages) + Fit(Span(report, c), 27) + " ";
    const std::string tail = marks.empty() ? std::string() : "  (" + marks + ")";
    const size_t used = 45 + tail.size();
    const size_t room = page.width() > used + 12 ? page.width() - used : 12;
    page.Line(page.Color(head, Paint::kDim) +
              (page.quotes() ? Shorten(SubjectOf(report, c), room) : std::string()) +
              page.Color(tail, c.breaks > 0 ? Paint::kRed : Paint::kDim));
  }
  WriteSignatures(report, page);
}

// Whoever has lost the thread wants it back: the case that lost it last.
void WriteWayBack(const Report& report, Page& page) {
  const Finding* newest = nullptr;
  for (const Finding& f : report.findings) {
    const bool lost = f.rule->id >= "TL101" && f.rule->id <= "TL104";
    if (!lost || f.accepted || f.case_index == kNoCase) continue;
    const auto date = [&](const Finding& of) { return report.mail.messages[of.message].date; };
    if (newest == nullptr || date(f) > date(*newest)) newest = &f;
  }
  if (newest == nullptr) return;
  page.Wrap(fmt::format("threadlint reply {} PATH says where to answer now, with a text to paste.",
                        report.set.cases[newest->case_index].id),
            0);
}

void WriteSummary(const Report& report, const ReportOptions& options, Page& page) {
  page.Line();
  std::string line = fmt::format("{} in {}", Count(report.shown.size(), "case"),
                                 Count(report.messages, "message"));
  if (report.hidden_cases > 0)
    line += fmt::format("; {} without a help desk or outside the filters not shown (--all)",
                        report.hidden_cases);
  page.Wrap(line + ".", 0);
  if (!options.findings) return;
  uint64_t count[3] = {};
  for (const Finding& f : report.findings)
    if (!f.accepted) ++count[static_cast<size_t>(f.severity)];
  const char* none = report.baselined              ? "No new findings."
                     : report.hidden_findings == 0 ? "No findings."
                                                   : "No findings shown.";
  page.Wrap(count[0] + count[1] + count[2] == 0
                ? std::string(none)
                : fmt::format("{}, {}, {}{}.", Count(count[2], "error"), Count(count[1], "warning"),
                              Count(count[0], "note"),
                              report.baselined ? ", new or worse since the baseline" : ""),
            0, Paint::kBold);
  WriteWayBack(report, page);
  if (const uint64_t mild = report.hidden_findings - report.unsure_findings; mild > 0)
    page.Wrap(fmt::format("{} not shown (--show note).", Count(mild, "finding")), 0);
  if (report.unsure_findings > 0)
    page.Wrap(fmt::format("{} not shown for want of confidence (--min-confidence low).",
                          Count(report.unsure_findings, "finding")),
              0);
  if (report.cut_findings > 0)
    page.Wrap(fmt::format("{} beyond --limit not shown.", Count(report.cut_findings, "finding")),
              0);
  if (report.redacted)
    page.Wrap("Names, addresses and numbers are pseudonyms: the same one stands for the same.", 0);
  WriteSignatureNotes(report, page);
  page.Wrap(kClosingWords, 0, Paint::kDim);
}

}  // namespace

void WriteText(const Report& report, const ReportOptions& options, Output& output) {
  Page page(options, output);
  if (!options.quiet) {
    WriteInputs(report, page);
    WriteCoverage(report, page);
    WriteCounterparts(report, page);
  }
  if (options.findings) {
    WriteFindings(report, page);
  } else {
    WriteCaseList(report, page);
  }
  if (options.findings && !options.quiet) WriteAccepted(report, page);
  if (!options.quiet) WriteSummary(report, options, page);
}

}  // namespace threadlint::report
