#include "report/html_case.h"

#include "report/finding_words.h"
#include "report/html_exhibit.h"
#include "report/html_finding.h"
#include "report/html_page.h"
#include "report/html_timeline.h"
#include "report/picture.h"
#include "report/picture_scene.h"
#include "report/text_inputs.h"
#include "report/timeline.h"

#include <fmt/format.h>

namespace threadlint::report {
namespace {

std::string Findings(const Report& report, const CaseReferences& references,
                     const ReportOptions& options) {
  std::string out;
  for (uint32_t n = 1; n <= references.findings().size(); ++n)
    out += HtmlFinding(report, references, n, options);
  return out;
}

std::string Exhibits(const Report& report, const CaseReferences& references,
                     const ReportOptions& options) {
  std::string out;
  for (uint32_t n = 1; n <= references.exhibits().size(); ++n)
    out += HtmlExhibit(report, references, n, options);
  return out;
}

std::string Heading(const Report& report, const Case& c, const ReportOptions& options) {
  return fmt::format("<h2>{}</h2>\n<p class=\"quiet\">Case {}, {}, {}</p>\n",
                     options.quotes ? fmt::format("<bdi>{}</bdi>", HtmlText(SubjectOf(report, c)))
                                    : fmt::format("Case {}", c.id),
                     c.id, Span(report, c), Count(c.messages, "mail"));
}

// Where in the section is what: a long case is many pages.
std::string Parts(const Report& report, const CaseReferences& references) {
  const uint32_t i = references.case_index();
  return fmt::format(
      "<nav class=\"screen\"><a href=\"#{}\">Picture</a> <a href=\"#{}\">{}</a> "
      "<a href=\"#{}\">{}</a> <a href=\"#{}\">Table</a></nav>\n",
      CaseAnchor(report, i, "picture"), CaseAnchor(report, i, "findings"),
      Count(references.findings().size(), "finding"), CaseAnchor(report, i, "exhibits"),
      Count(references.exhibits().size(), "exhibit"), CaseAnchor(report, i, "table"));
}

}  // namespace

std::string HtmlCase(const Report& report, uint32_t case_index, const ReportOptions& options) {
  const Case& c = report.set.cases[case_index];
  const CaseReferences references(report, case_index, options.findings);
  const PictureScene scene = SceneOf(report, references);
  const CasePictureParts picture = DrawCase(report, references, scene, options);
  const bool found = !references.findings().empty();
  // A picture of one band stands beside what was found in it.
  const std::string_view form = found && picture.bands == 1 ? "case beside" : "case";
  std::string out = fmt::format("<section class=\"{}\" id=\"{}\">\n", form, c.id);
  out += Heading(report, c, options);
  if (found) out += Parts(report, references);
  out += "<div class=\"overview\">\n" + picture.html;
  if (found)
    out += fmt::format(
        "<div>\n<h3 id=\"{}\">What was found</h3>\n<div class=\"findings\">\n{}"
        "</div>\n</div>\n",
        CaseAnchor(report, case_index, "findings"), Findings(report, references, options));
  out += "</div>\n";
  if (found)
    out += fmt::format(
        "<h3 id=\"{}\">Exhibits: the mails that the findings cite</h3>\n"
        "<div class=\"exhibits\">\n{}</div>\n",
        CaseAnchor(report, case_index, "exhibits"), Exhibits(report, references, options));
  out += fmt::format(
      "<details id=\"{}\">\n<summary>All {} of this case as a table</summary>\n{}"
      "</details>\n",
      CaseAnchor(report, case_index, "table"), Count(c.messages, "mail"),
      HtmlTimeline(report, references, scene, options));
  return out + "</section>\n";
}

std::string HtmlInputFindings(const Report& report, const ReportOptions& options) {
  const CaseReferences references(report, kNoCase);
  if (references.findings().empty()) return {};
  std::string out = "<section class=\"case\" id=\"input\">\n<h2>The input</h2>\n";
  out += Findings(report, references, options);
  if (!references.exhibits().empty())
    out += fmt::format("<h3>Exhibits</h3>\n{}", Exhibits(report, references, options));
  return out + "</section>\n";
}

}  // namespace threadlint::report
