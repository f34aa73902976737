// One case as a page, for 'threadlint case': what the report has of it, and why each mail is in it.
#include "report/case_references.h"
#include "report/closing_words.h"
#include "report/finding_words.h"
#include "report/html_case.h"
#include "report/html_notices.h"
#include "report/html_page.h"
#include "report/html_rules.h"
#include "report/html_signatures.h"
#include "report/timeline.h"
#include "report/writers.h"

#include <fmt/format.h>

namespace threadlint::report {
namespace {

std::string MailName(const Report& report, MessageIndex i) {
  return fmt::format("<bdi class=\"address\">{}</bdi>",
                     HtmlText(MessageName(report.mail, report.mail.messages[i])));
}

std::string WhyOf(const Report& report, const CaseMessage& entry) {
  std::string out;
  for (const Link& link : report.set.Links(entry)) {
    const std::string to = link.to != kNoMessage
                               ? MailName(report, link.to)
                               : fmt::format("<bdi class=\"address\">&lt;{}&gt;</bdi>",
                                             HtmlText(report.mail[link.absent]));
    out += fmt::format("<p>{}, {}: {} {}</p>", Name(link.kind), Name(link.strength),
                       HtmlText(link.why), to);
  }
  for (const std::string_view note : NoteNames(report.mail.messages[entry.message]))
    out += fmt::format("<p>note: {}</p>", note);
  return out.empty() ? "<p>nothing earlier is named</p>" : out;
}

std::string Why(const Report& report, const Case& c) {
  std::string out =
      "<h3>Why each mail is in this case</h3>\n<table class=\"stack\">\n<thead><tr>"
      "<th scope=\"col\">No.</th><th scope=\"col\">Mail</th><th scope=\"col\">Side</th>"
      "<th scope=\"col\">Tied to earlier ones by</th></tr></thead>\n<tbody>\n";
  const auto messages = report.set.Messages(c);
  for (size_t i = 0; i < messages.size(); ++i)
    out +=
        fmt::format("<tr><td class=\"number\">{}</td><td>{}</td><td>{}: {}</td><td>{}</td></tr>\n",
                    i + 1, MailName(report, messages[i].message), SideWord(messages[i].side),
                    HtmlText(messages[i].side_reason), WhyOf(report, messages[i]));
  out += "</tbody>\n</table>\n";
  if (c.missing == 0) return out;
  out += "<h3>Named in reply headers, but not in the export</h3>\n<ul>\n";
  for (const Missing& missing : report.set.MissingOf(c))
    out += fmt::format("<li class=\"address\"><bdi>&lt;{}&gt;</bdi></li>\n",
                       HtmlText(report.mail[missing.message_id]));
  return out + "</ul>\n";
}

}  // namespace

void WriteHtmlCase(const Report& report, uint32_t case_index, const ReportOptions& options,
                   Output& output) {
  const Case& c = report.set.cases[case_index];
  const std::string title = "Case " + c.id;
  output.Write(HtmlHead({.title = title}));
  output.Write(fmt::format("<h1>{}</h1>\n", title));
  if (!options.quiet) output.Write(HtmlNotices(report, options));
  output.Write(HtmlCase(report, case_index, options));
  output.Write(Why(report, c));
  const CaseReferences references(report, case_index, options.findings);
  output.Write(HtmlSignatureNotes(report, options));
  output.Write(HtmlRules(references.findings()));
  if (!options.quiet) output.Write(fmt::format("<p class=\"closing\">{}</p>\n", kClosingWords));
  output.Write(HtmlFoot());
}

}  // namespace threadlint::report
