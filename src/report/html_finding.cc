#include "report/html_finding.h"

#include "report/address_change.h"
#include "report/finding_words.h"
#include "report/html_page.h"
#include "report/reference.h"
#include "util/visible.h"
#include "verdict/confidence.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

namespace threadlint::report {
namespace {

// Old and new address, with what differs marked.
std::string AddressChange(const Report& report, const Break& b) {
  const std::string before = util::MakeVisible(report.mail[b.old_text]);
  const std::string after = util::MakeVisible(report.mail[b.new_text]);
  if (after.empty() || after == before) return {};
  const TextRange changed = FindDifference(before, after);
  const std::string_view now = after;
  return fmt::format(
      "<dl class=\"fields\">\n<dt>Before</dt><dd class=\"address\"><bdi>{}</bdi></dd>\n"
      "<dt>Now</dt><dd class=\"address\"><bdi>{}<mark>{}</mark>{}</bdi></dd>\n</dl>\n",
      HtmlText(before), HtmlText(now.substr(0, changed.begin)),
      HtmlText(now.substr(changed.begin, changed.length)),
      HtmlText(now.substr(changed.begin + changed.length)));
}

std::string EvidenceItem(const Report& report, const CaseReferences& references, const Evidence& e,
                         bool quotes) {
  std::string out = "<li>";
  if (e.message == kNoMessage) {
    out += HtmlText(PlaceWords(e));
  } else {
    const uint32_t exhibit = references.ExhibitOf(e.message);
    out +=
        fmt::format("<a href=\"#{}\">Exhibit {}</a>", references.ExhibitAnchor(exhibit), exhibit);
    const std::string day = DayOf(report, e.message);
    out += day.empty() ? std::string(", without a date") : ", " + day;
  }
  if (quotes && !e.quote.empty())
    out += fmt::format(":\n<blockquote dir=\"auto\">{}</blockquote>", HtmlText(e.quote));
  return out + "</li>\n";
}

}  // namespace

std::string_view SeverityWord(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "Error";
    case Severity::kWarning:
      return "Warning";
    case Severity::kNote:
      return "Note";
  }
  return "Note";
}

std::string HtmlFinding(const Report& report, const CaseReferences& references, uint32_t number,
                        const ReportOptions& options) {
  const Finding& f = *references.findings()[number - 1];
  std::string out = fmt::format(
      "<article class=\"finding\" id=\"{}\">\n"
      "<h4><span class=\"badge {}\">{}</span> {}</h4>\n<p>{}</p>\n",
      references.FindingAnchor(number), Name(f.severity), number, HtmlText(f.rule->summary),
      HtmlText(options.quotes ? f.text : Reference(report, f)));
  const Break* change = ChangeOf(report, f);
  if (change != nullptr && options.quotes) out += AddressChange(report, *change);
  if (!f.evidence.empty()) {
    out += "<ul class=\"evidence\">\n";
    for (const Evidence& e : f.evidence) out += EvidenceItem(report, references, e, options.quotes);
    out += "</ul>\n";
  }
  if (!f.doubts.empty())
    out += fmt::format("<p>{}</p>\n", HtmlText(DoubtWords(f, options.quotes).substr(1)));
  out += fmt::format("<p class=\"quiet\">Wrong if: {}</p>\n", HtmlText(f.wrong_if));
  std::string state;
  if (f.baseline != BaselineState::kNone) state = fmt::format(", {}", Name(f.baseline));
  out += fmt::format(
      "<p class=\"quiet\"><strong class=\"{}\">{}</strong>, confidence {}{}. Rule "
      "<a href=\"#{}\">{} {}</a>, <code>{}</code></p>\n</article>\n",
      Name(f.severity), SeverityWord(f.severity), verdict::Name(verdict::LevelOf(f)), state,
      f.rule->id, f.rule->id, f.rule->slug, HtmlText(f.fingerprint));
  return out;
}

}  // namespace threadlint::report
