// threadlint check PATH…
#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/run.h"
#include "cli/separate.h"
#include "cli/verdict_files.h"

namespace threadlint::cli {

int RunCheck(const Arguments& arguments) {
  std::vector<std::string> paths = InputPaths(arguments);
  const bool separate = arguments.values.Flag("separate");
  if (!separate) CheckOutputs(arguments, paths);
  Options options = ToLintOptions(arguments.values, arguments.settings);
  AddSuppressions(arguments, options);
  AddBaseline(arguments, options);
  if (separate) return RunSeparate(arguments, std::move(options), paths);
  options.paths = std::move(paths);
  const Report report = ReadExport(arguments, std::move(options));
  if (report.interrupted) return InputStatus(arguments, report);
  const bool written = WriteReports(arguments, report, true);
  ComplainOfEntries(arguments, report);
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  if (!written) return kIncomplete;
  return Conclude(JudgeFindings(arguments.values, report));
}

}  // namespace threadlint::cli
