// threadlint check PATH…
#include "cli/lint_options.h"
#include "cli/run.h"
#include "cli/verdict_files.h"

#include <fmt/format.h>

namespace threadlint::cli {

int RunCheck(const Arguments& arguments) {
  CheckOutputs(arguments);
  Options options = ToLintOptions(arguments.values, arguments.settings);
  options.paths = arguments.positional;
  AddSuppressions(arguments, options);
  AddBaseline(arguments, options);
  const Report report = ReadExport(arguments, std::move(options));
  if (report.interrupted) return InputStatus(arguments, report);
  const bool written = WriteReports(arguments, report, true);
  ComplainOfEntries(arguments, report);
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  if (!written) return kIncomplete;
  if (report.failing == 0 || arguments.values.Flag("exit-zero")) return kClean;
  Complain(fmt::format("{} finding{} at or above --fail-on: exit status 1", report.failing,
                       report.failing == 1 ? "" : "s"));
  return kFindings;
}

}  // namespace threadlint::cli
