#include "report/reference.h"

#include "util/civil_time.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

namespace threadlint::report {

std::string DayOf(const Report& report, MessageIndex i) {
  const Message& m = report.mail.messages[i];
  if (m.date_source == DateSource::kNone) return {};
  return util::FormatShortDate(m.date, m.zone_minutes);
}

std::string MailOf(const Report& report, MessageIndex i) {
  const std::string day = DayOf(report, i);
  return day.empty() ? "mail without a date" : "mail of " + day;
}

std::string Reference(const Report& report, const Finding& f) {
  std::string out(f.rule->summary);
  if (f.message != kNoMessage) out += ": " + MailOf(report, f.message);
  if (f.case_index != kNoCase) out += " in case " + report.set.cases[f.case_index].id;
  for (size_t i = 0; i < f.related.size(); ++i)
    out += fmt::format("{}the {}",
                       i == 0                      ? ", with "
                       : i + 1 == f.related.size() ? " and "
                                                   : ", ",
                       MailOf(report, f.related[i]));
  return out + ".";
}

const Evidence* MainEvidence(const Report& report, const Finding& f) {
  const Evidence* newest = nullptr;
  const auto date = [&](const Evidence& e) {
    return e.message == kNoMessage ? INT64_MIN : report.mail.messages[e.message].date;
  };
  for (const Evidence& e : f.evidence)
    if (!e.path.empty() && (newest == nullptr || date(e) > date(*newest))) newest = &e;
  return newest;
}

Location LocationOf(const Report& report, const Finding& f) {
  Location out;
  if (const Evidence* e = MainEvidence(report, f)) {
    out.path = e->path;
    out.offset = e->offset;
    if (e->line > 0) out.line = e->line;
    if (e->message != kNoMessage) out.length = report.mail.messages[e->message].length;
  } else if (f.message != kNoMessage) {
    const Message& m = report.mail.messages[f.message];
    out.path = report.mail.files[m.file].path;
    out.offset = m.offset;
    out.length = m.length;
    if (f.message < report.lines.size() && report.lines[f.message] > 0)
      out.line = report.lines[f.message];
  } else if (!report.inputs.empty()) {
    out.path = report.inputs.front().path;
  }
  return out;
}

}  // namespace threadlint::report
