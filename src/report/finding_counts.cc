#include "report/finding_counts.h"

#include "report/tally.h"
#include "report/text_inputs.h"

#include <fmt/format.h>

namespace threadlint::report {

std::string CountFindings(const Report& report) {
  const Tally tally = TallyOf(report);
  return fmt::format("{}, {}, {}", Count(tally.errors, "error"), Count(tally.warnings, "warning"),
                     Count(tally.notes, "note"));
}

std::string FindingsAside(const Report& report) {
  std::string out;
  const auto add = [&out](uint64_t n, std::string_view what) {
    if (n > 0) out += fmt::format("{}{} {}.", out.empty() ? "" : " ", Count(n, "finding"), what);
  };
  const Tally tally = TallyOf(report);
  add(tally.unchanged, "known from the baseline");
  add(tally.suppressed, "suppressed");
  add(report.absent.size(), "of the baseline did not come up again");
  add(report.hidden_findings, "not shown: minor or unsure (--show, --min-confidence)");
  add(report.cut_findings, "beyond --limit");
  return out;
}

}  // namespace threadlint::report
