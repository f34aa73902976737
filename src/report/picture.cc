#include "report/picture.h"

#include "report/html_page.h"
#include "report/picture_band.h"
#include "report/picture_mark.h"
#include "report/text_inputs.h"
#include "report/timeline.h"
#include "util/civil_time.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {
namespace {

// More strands are in the table.
constexpr size_t kKeyStrands = 12;

std::string StrandWords(const Report& report, const Strand& strand, bool quotes) {
  const std::string mails = Count(strand.messages, "mail");
  if (strand.loose) return mails + " without the token";
  if (strand.token == kNoToken) return mails + " tied by reply headers alone";
  const Token& token = report.set.tokens[strand.token];
  if (!quotes) return mails + " under one token";
  return fmt::format("{} under <bdi class=\"address\">{}</bdi>", mails,
                     HtmlText(report.mail[token.address != 0 ? token.address : token.text]));
}

// What the letters and colours stand for.
std::string Key(const Report& report, const PictureScene& scene, bool quotes) {
  std::string out = "<ul class=\"key\">\n";
  for (uint32_t i = 0; i < std::min(scene.strands.size(), kKeyStrands); ++i)
    out += fmt::format("<li>{} <b>{}</b> <span>{}</span></li>\n",
                       StrandSample(i, scene.strands[i].loose), StrandLetter(i),
                       StrandWords(report, scene.strands[i], quotes));
  if (scene.strands.size() > kKeyStrands)
    out += fmt::format("<li class=\"more\">and {} more, in the table</li>\n",
                       scene.strands.size() - kKeyStrands);
  return out + "</ul>\n";
}

// How to read it, of what is in it only.
std::string HowToRead(const PictureScene& scene, const PictureLayout& layout,
                      const CaseReferences& references, int zone_minutes) {
  std::string out = fmt::format("Time runs down, in {}.", util::FormatOffset(zone_minutes));
  if (!references.exhibits().empty())
    out +=
        " A number in a lane is an exhibit, a number beside the lanes a finding; both are links.";
  if (!layout.lines.empty())
    out += " A line leads from an earlier mail to the one in which the finding shows.";
  if (std::ranges::any_of(scene.cuts, [](const auto& cuts) { return !cuts.empty(); }))
    out += " A jagged line is where the thread was cut.";
  if (std::ranges::any_of(layout.rows, [](const PictureRow& r) { return r.kind == RowKind::kRun; }))
    out += " A number in a box stands for that many mails that no finding cites.";
  if (scene.three_lanes) out += " Others: machines, and people who are neither customer nor desk.";
  return out;
}

}  // namespace

std::string CaseAnchor(const Report& report, uint32_t case_index, std::string_view part) {
  return fmt::format("{}-{}", report.set.cases[case_index].id, part);
}

CasePictureParts DrawCase(const Report& report, const CaseReferences& references,
                          const PictureScene& scene, const ReportOptions& options) {
  const PictureLayout layout = LayOut(scene.messages, scene.arrows);
  const int zone = TimelineZone(report, report.set.cases[references.case_index()]);
  const PictureView view{report, references, scene, layout, zone};
  CasePictureParts out;
  out.bands = layout.bands.size();
  out.html = fmt::format("<figure class=\"picture\" id=\"{}\">\n<div class=\"bands\">\n",
                         CaseAnchor(report, references.case_index(), "picture"));
  for (size_t band = 0; band < layout.bands.size(); ++band) out.html += BandSvg(view, band);
  out.html += "</div>\n<figcaption>\n" + Key(report, scene, options.quotes);
  out.html += fmt::format("<p class=\"quiet\">{}</p>\n</figcaption>\n</figure>\n",
                          HowToRead(scene, layout, references, zone));
  return out;
}

std::string CasePicture(const Report& report, uint32_t case_index, const ReportOptions& options) {
  const CaseReferences references(report, case_index, options.findings);
  return DrawCase(report, references, SceneOf(report, references), options).html;
}

}  // namespace threadlint::report
