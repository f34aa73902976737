// threadlint check PATH…
#include "cli/lint_options.h"
#include "cli/run.h"
#include "cli/shown_options.h"
#include "verdict/shown.h"

#include <fmt/format.h>

namespace threadlint::cli {

int RunCheck(const Arguments& arguments) {
  CheckOutputs(arguments);
  const config::Settings settings = LoadSettings(arguments.values);
  const verdict::Shown shown = ReadShown(arguments.values, settings);
  Options options = ToLintOptions(arguments.values, settings);
  options.paths = arguments.positional;
  Report report = ReadExport(arguments, std::move(options));
  const size_t failing = verdict::KeepShown(shown, report);
  if (report.interrupted) return InputStatus(arguments, report);
  const bool written = WriteReports(arguments, report, true);
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  if (!written) return kIncomplete;
  if (failing == 0 || arguments.values.Flag("exit-zero")) return kClean;
  Complain(fmt::format("{} finding{} at or above --fail-on: exit status 1", failing,
                       failing == 1 ? "" : "s"));
  return kFindings;
}

}  // namespace threadlint::cli
