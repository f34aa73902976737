// threadlint cases PATH…
#include "cli/lint_options.h"
#include "cli/run.h"

namespace threadlint::cli {

int RunCases(const Arguments& arguments) {
  CheckOutputs(arguments);
  Options options = ToLintOptions(arguments.values, arguments.settings);
  options.paths = arguments.positional;
  options.find = false;
  const Report report = ReadExport(arguments, std::move(options));
  if (report.interrupted) return InputStatus(arguments, report);
  const bool written = WriteReports(arguments, report, false);
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  return written ? kClean : kIncomplete;
}

}  // namespace threadlint::cli
