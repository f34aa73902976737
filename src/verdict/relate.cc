#include "verdict/relate.h"

#include <threadlint/rule.h>

namespace threadlint::verdict {

void Relate(Report& report) {
  for (Finding& f : report.findings) {
    if (f.case_index == kNoCase || f.broken_by != kNoBreak || f.related.empty()) continue;
    const Case& c = report.set.cases[f.case_index];
    const int64_t from = report.mail.messages[f.related.front()].date;
    const int64_t to = report.mail.messages[f.message].date;
    for (uint32_t i = 0; i < c.breaks; ++i) {
      const int64_t at = report.mail.messages[report.set.breaks[c.breaks_begin + i].message].date;
      if (from < at && at <= to) f.broken_by = c.breaks_begin + i;
    }
  }
}

}  // namespace threadlint::verdict
