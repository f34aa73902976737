// The report as one page in HTML, for people: it opens in any browser, prints, and loads nothing.
#include "report/closing_words.h"
#include "report/finding_counts.h"
#include "report/finding_words.h"
#include "report/html_case.h"
#include "report/html_notices.h"
#include "report/html_page.h"
#include "report/html_rules.h"
#include "report/html_signatures.h"
#include "report/reference.h"
#include "report/text_inputs.h"
#include "report/timeline.h"
#include "report/writers.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace threadlint::report {
namespace {

class Writer {
 public:
  Writer(const Report& report, const ReportOptions& options, Output& output)
      : report_(report), options_(options), output_(output) {
    for (const uint32_t i : report.shown)
      if (!options.findings || HasOpenFindings(i)) cases_.push_back(i);
  }

  void Write() {
    const char* title = options_.findings ? "What these mails show" : "Cases in these mails";
    output_.Write(HtmlHead({.title = title}));
    output_.Write(fmt::format("<h1>{}</h1>\n", title));
    if (!options_.quiet) output_.Write(HtmlNotices(report_, options_));
    Sums();
    if (cases_.size() > 1) Contents();
    for (const uint32_t i : cases_) output_.Write(HtmlCase(report_, i, options_));
    if (options_.findings) {
      output_.Write(HtmlInputFindings(report_, options_));
      if (!options_.quiet) Settled();
      output_.Write(HtmlSignatureNotes(report_, options_));
      std::vector<const Finding*> all;
      for (const Finding& f : report_.findings) all.push_back(&f);
      output_.Write(HtmlRules(all));
    }
    if (!options_.quiet) output_.Write(fmt::format("<p class=\"closing\">{}</p>\n", kClosingWords));
    output_.Write(HtmlFoot());
  }

 private:
  bool HasOpenFindings(uint32_t case_index) const {
    return std::ranges::any_of(FindingsOf(report_, case_index),
                               [](const Finding* f) { return !f->accepted; });
  }

  void Sums() {
    std::string out = fmt::format("{} in {}", Count(report_.shown.size(), "case"),
                                  Count(report_.messages, "mail"));
    if (options_.findings) out += ": " + CountFindings(report_);
    out += ".";
    if (options_.findings) {
      if (const std::string aside = FindingsAside(report_); !aside.empty()) out += " " + aside;
      if (const size_t calm = report_.shown.size() - cases_.size(); calm > 0)
        out += fmt::format(" {} without an open finding not shown here.", Count(calm, "case"));
    }
    if (report_.redacted)
      out += " Names, addresses and numbers are pseudonyms: the same one stands for the same.";
    output_.Write(fmt::format("<p>{}</p>\n", out));
  }

  // Errors, warnings and notes of a case that are still open.
  std::string Grades(uint32_t case_index) const {
    std::array<uint64_t, 3> counts{};
    for (const Finding* f : FindingsOf(report_, case_index))
      if (!f->accepted) ++counts[static_cast<size_t>(f->severity)];
    std::string out;
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote})
      if (const uint64_t n = counts[static_cast<size_t>(severity)]; n > 0)
        out += fmt::format("{}<span class=\"{}\">{}</span>", out.empty() ? "" : ", ",
                           Name(severity), Count(n, Name(severity)));
    return out;
  }

  void Contents() {
    output_.Write(fmt::format(
        "<table class=\"stack\">\n<caption>Contents</caption>\n<thead><tr><th scope=\"col\">Case"
        "</th><th scope=\"col\">Time</th><th scope=\"col\" class=\"number\">Mails</th>"
        "<th scope=\"col\" class=\"number\">Breaks</th>{}</tr></thead>\n<tbody>\n",
        options_.findings ? "<th scope=\"col\">Findings</th>" : ""));
    for (const uint32_t i : cases_) {
      const Case& c = report_.set.cases[i];
      std::string subject = options_.quotes ? HtmlText(SubjectOf(report_, c)) : "Case " + c.id;
      output_.Write(fmt::format(
          "<tr><td><a href=\"#{}\"><bdi>{}</bdi></a></td><td>{}</td><td class=\"number\" "
          "data-label=\"Mails\">{}</td><td class=\"number\" data-label=\"Breaks\">{}</td>{}</tr>\n",
          c.id, subject, Span(report_, c), c.messages, c.breaks,
          options_.findings ? fmt::format("<td>{}</td>", Grades(i)) : std::string()));
    }
    output_.Write("</tbody>\n</table>\n");
  }

  // Findings that were accepted before.
  void Settled() {
    std::string rows;
    uint64_t count = 0;
    for (const Finding& f : report_.findings) {
      if (!f.accepted) continue;
      ++count;
      rows += fmt::format("<li>{} {} {}: {}</li>\n", Name(f.severity), f.rule->id,
                          HtmlText(Reference(report_, f)), HtmlText(SettledWords(f)));
    }
    if (count == 0) return;
    output_.Write(fmt::format(
        "<details id=\"settled\">\n<summary>{} accepted before</summary>\n<ul>\n{}</ul>\n"
        "</details>\n",
        Count(count, "finding"), rows));
  }

  const Report& report_;
  const ReportOptions& options_;
  Output& output_;
  std::vector<uint32_t> cases_;  // that have a section
};

}  // namespace

void WriteHtml(const Report& report, const ReportOptions& options, Output& output) {
  Writer(report, options, output).Write();
}

}  // namespace threadlint::report
