#include "report/html_timeline.h"

#include "report/html_page.h"
#include "report/timeline.h"
#include "util/civil_time.h"

#include <fmt/format.h>

namespace threadlint::report {
namespace {

std::string Writer(const Export& mail, const CaseMessage& entry, bool quotes) {
  const Message& m = mail.messages[entry.message];
  std::string out(SideWord(entry.side));
  if (quotes)
    out += fmt::format(", <bdi>{}</bdi>", HtmlText(mail[m.from_name != 0 ? m.from_name : m.from]));
  return out;
}

// Breaks at the mail, its exhibit, findings that stand at it.
std::string Events(const CaseReferences& references, const PictureScene& scene,
                   const CaseMessage& entry, size_t position) {
  std::string out;
  const auto add = [&out](const std::string& what) { out += (out.empty() ? "" : ", ") + what; };
  for (const PictureCut& cut : scene.cuts[position])
    add(fmt::format("<strong class=\"error\">{}</strong>", BreakWords(*cut.what)));
  if (const uint32_t exhibit = references.ExhibitOf(entry.message); exhibit > 0)
    add(fmt::format("<a href=\"#{}\">exhibit {}</a>", references.ExhibitAnchor(exhibit), exhibit));
  for (const uint32_t n : scene.points[position])
    add(fmt::format("<a href=\"#{}\">finding {}</a>", references.FindingAnchor(n), n));
  return out;
}

}  // namespace

std::string HtmlTimeline(const Report& report, const CaseReferences& references,
                         const PictureScene& scene, const ReportOptions& options) {
  const Case& c = report.set.cases[references.case_index()];
  const auto entries = report.set.Messages(c);
  const int zone = TimelineZone(report, c);
  std::string out = fmt::format(
      "<table class=\"stack\">\n<caption>Times in {}. Mails with the same letter are held together "
      "by one token.</caption>\n<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Time</th>"
      "<th scope=\"col\">Written by</th><th scope=\"col\">Thread</th><th scope=\"col\">What is "
      "there</th></tr></thead>\n<tbody>\n",
      util::FormatOffset(zone));
  for (size_t i = 0; i < entries.size(); ++i) {
    const Message& m = report.mail.messages[entries[i].message];
    out += fmt::format(
        "<tr><td class=\"number\">{}</td><td>{}</td><td>{}</td><td data-label=\"Thread\">{}</td>"
        "<td>{}</td></tr>\n",
        i + 1,
        m.date_source == DateSource::kNone ? std::string("no date")
                                           : util::FormatShort(m.date, zone),
        Writer(report.mail, entries[i], options.quotes), StrandLetter(scene.messages[i].strand),
        Events(references, scene, entries[i], i));
  }
  return out + "</tbody>\n</table>\n";
}

}  // namespace threadlint::report
