// The messages of a case as lines, a break drawn between two of them.
#pragma once

#include "report/page.h"

#include <threadlint/report.h>

namespace threadlint::report {

// "desk", "customer", … as people say it.
std::string_view SideWord(Side side);

// Days of the case's first and last message: "12 Apr 2024 – 3 May 2024".
std::string Span(const Report& report, const Case& c);

// "the reply address changed here"
std::string_view BreakWords(const Break& b);

// Minutes east of UTC in which the times of a case are shown: the zone of its first message.
int TimelineZone(const Report& report, const Case& c);

// Writes the case's messages. `whole` shows every one; otherwise only the first, the last and
// those around breaks and findings, with the number of those between.
void WriteTimeline(const Report& report, uint32_t case_index, bool whole, size_t indent,
                   Page& page);

}  // namespace threadlint::report
