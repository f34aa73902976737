#include "report/text_accepted.h"

#include "report/text_inputs.h"
#include "util/civil_time.h"
#include "verdict/suppress.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace threadlint::report {
namespace {

// More of them are for a machine to read.
constexpr size_t kMostLines = 20;

std::string Day(const Message& m) { return util::FormatShortDate(m.date, m.zone_minutes); }

void WriteRest(size_t all, Page& page) {
  if (all > kMostLines)
    page.Line(fmt::format("  and {} more (--output json has them all)", all - kMostLines));
}

void WriteKnown(const Report& report, BaselineState state, std::string_view heading, Page& page) {
  std::vector<const Finding*> known;
  for (const Finding& f : report.findings)
    if (f.suppressed.empty() && f.accepted && f.baseline == state) known.push_back(&f);
  if (known.empty()) return;
  page.Line();
  page.Line(fmt::format("{}: {}", heading, Count(known.size(), "finding")));
  for (size_t i = 0; i < std::min(known.size(), kMostLines); ++i) {
    const Finding& f = *known[i];
    std::string where;
    if (f.case_index != kNoCase) where = " in case " + report.set.cases[f.case_index].id;
    if (f.message != kNoMessage) where += ", " + Day(report.mail.messages[f.message]);
    page.Wrap(fmt::format("{} {} {}{}", Name(f.severity), f.rule->id, f.rule->slug, where), 2,
              Paint::kDim);
  }
  WriteRest(known.size(), page);
}

void WriteAbsent(const Report& report, Page& page) {
  if (report.absent.empty()) return;
  page.Line();
  page.Line(fmt::format("Gone since the baseline: {}", Count(report.absent.size(), "finding")));
  for (size_t i = 0; i < std::min(report.absent.size(), kMostLines); ++i) {
    const AbsentFinding& f = report.absent[i];
    const RuleInfo* rule = FindRule(f.rule);
    const std::string name = rule == nullptr ? f.rule : fmt::format("{} {}", f.rule, rule->slug);
    page.Wrap(fmt::format("{} {}, {}", Name(f.severity), name, f.fingerprint), 2, Paint::kDim);
  }
  WriteRest(report.absent.size(), page);
}

// "threadlint.ignore, other.ignore"
std::string Files(const Report& report) {
  std::set<std::string_view> names;
  for (const SuppressionReport& s : report.suppressions) names.insert(s.path);
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : ", ") + Safe(name);
  return out;
}

void WriteSuppressed(const Report& report, Page& page) {
  const auto suppressed = static_cast<uint64_t>(std::ranges::count_if(
      report.findings, [](const Finding& f) { return !f.suppressed.empty(); }));
  if (suppressed > 0) {
    page.Line();
    page.Wrap(fmt::format("{} suppressed by {} (--no-suppressions shows them).",
                          Count(suppressed, "finding"), Files(report)),
              0);
  }
  size_t useless = 0;
  for (const SuppressionReport& s : report.suppressions) {
    const std::string what = verdict::Complaint(s);
    if (what.empty() || ++useless > kMostLines) continue;
    page.Wrap(fmt::format("{}:{}: {} {}", Safe(s.path), s.line, Safe(s.key), what), 0,
              Paint::kYellow);
  }
  WriteRest(useless, page);
}

}  // namespace

void WriteAccepted(const Report& report, Page& page) {
  WriteKnown(report, BaselineState::kUnchanged, "Known since the baseline", page);
  WriteKnown(report, BaselineState::kUpdated, "Changed since the baseline, no worse", page);
  WriteAbsent(report, page);
  if (report.unjudged > 0) {
    page.Line();
    page.Wrap(fmt::format("Not looked for: {} of the baseline; the mail or the rule is not part of "
                          "this run.",
                          Count(report.unjudged, "finding")),
              0);
  }
  WriteSuppressed(report, page);
}

}  // namespace threadlint::report
