// The page of a CI job that GitHub Actions keeps for each step.
#pragma once

#include "report/report.h"

#include <string>

namespace threadlint::cli {

// The file that $GITHUB_STEP_SUMMARY names; empty if there is none.
std::string StepSummaryPath();

// Appends the format's summary to that file, which may hold what others wrote. Empty if all went
// well, else what did not.
std::string AppendStepSummary(const report::Format& format, const Report& report,
                              const report::ReportOptions& options, const std::string& path);

}  // namespace threadlint::cli
