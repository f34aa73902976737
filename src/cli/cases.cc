// threadlint cases PATH…
#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/run.h"
#include "cli/separate.h"

namespace threadlint::cli {

int RunCases(const Arguments& arguments) {
  std::vector<std::string> paths = InputPaths(arguments);
  const bool separate = arguments.values.Flag("separate");
  if (!separate) CheckOutputs(arguments, paths);
  Options options = ToLintOptions(arguments.values, arguments.settings);
  options.find = false;
  if (separate) return RunSeparate(arguments, std::move(options), paths);
  options.paths = std::move(paths);
  const Report report = ReadExport(arguments, std::move(options));
  if (report.interrupted) return InputStatus(arguments, report);
  const bool written = WriteReports(arguments, report, false);
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  return written ? kClean : kIncomplete;
}

}  // namespace threadlint::cli
