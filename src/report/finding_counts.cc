#include "report/finding_counts.h"

#include "report/text_inputs.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {

std::string CountFindings(const Report& report) {
  uint64_t count[3] = {};
  for (const Finding& f : report.findings) ++count[static_cast<size_t>(f.severity)];
  return fmt::format("{}, {}, {}", Count(count[2], "error"), Count(count[1], "warning"),
                     Count(count[0], "note"));
}

std::string FindingsAside(const Report& report) {
  std::string out;
  const auto add = [&out](uint64_t n, std::string_view what) {
    if (n > 0) out += fmt::format("{}{} {}.", out.empty() ? "" : " ", Count(n, "finding"), what);
  };
  const auto count = [&report](const auto& is) {
    return static_cast<uint64_t>(std::ranges::count_if(report.findings, is));
  };
  add(count([](const Finding& f) { return f.baseline == BaselineState::kUnchanged; }),
      "known from the baseline");
  add(count([](const Finding& f) { return !f.suppressed.empty(); }), "suppressed");
  add(report.absent.size(), "of the baseline did not come up again");
  add(report.hidden_findings, "below --show or --min-confidence");
  add(report.cut_findings, "beyond --limit");
  return out;
}

}  // namespace threadlint::report
