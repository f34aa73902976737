#include "rules/wording.h"
#include "util/civil_time.h"

#include <fmt/format.h>

namespace threadlint::rules {
namespace {

// Clocks of ordinary machines differ by minutes; an hour is a wrong zone or a wrong clock.
constexpr int64_t kTolerance = util::kSecondsPerHour;

Finding Note(const CaseMessage& entry) {
  Finding f;
  f.severity = Severity::kNote;
  f.confidence = 0.9;
  f.message = entry.message;
  f.carried_by = entry.side;
  f.reach = 1;
  return f;
}

}  // namespace

std::vector<Finding> TL205(const CaseView& view) {
  std::vector<Finding> out;
  for (const CaseMessage& entry : view.messages()) {
    const Message& m = view.message(entry.message);
    if (m.dates_disagree) {
      Finding f = Note(entry);
      f.text = fmt::format(
          "The Date of this mail and the time at which it was received differ by more than a day; "
          "it is placed by its {}, {}.",
          m.date_source == DateSource::kReceived ? "receipt" : "Date", Day(m));
      f.evidence = {InHeader(entry.message, "Date"), InHeader(entry.message, "Received")};
      f.fact = "date-received";
      f.wrong_if = "The mail may have waited for days in a queue, or have been moved or imported.";
      out.push_back(std::move(f));
      continue;
    }
    for (const Link& link : view.set->Links(entry)) {
      if (link.kind != LinkKind::kReply || link.to == kNoMessage) continue;
      const Message& parent = view.message(link.to);
      if (m.date_source == DateSource::kNone || parent.date_source == DateSource::kNone ||
          parent.date <= m.date + kTolerance)
        continue;
      Finding f = Note(entry);
      f.related = {link.to};
      f.text = fmt::format("The mail of {} answers a mail that is dated later, {}.",
                           util::FormatShort(m.date, m.zone_minutes),
                           util::FormatShort(parent.date, parent.zone_minutes));
      f.evidence = {InHeader(link.to, "Date"), InHeader(entry.message, "Date")};
      f.fact = "before-parent";
      f.wrong_if =
          "One of the two machines had a wrong clock or time zone; which one is not known.";
      out.push_back(std::move(f));
    }
  }
  return out;
}

}  // namespace threadlint::rules
