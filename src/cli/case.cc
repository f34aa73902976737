// threadlint case ID PATH…
#include "cli/find_case.h"
#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/report_file.h"
#include "cli/repro.h"
#include "cli/run.h"

#include <stdexcept>
#include <string>
#include <unistd.h>
#include <utility>

namespace threadlint::cli {

int RunCase(const Arguments& arguments) {
  if (arguments.positional.size() < 2 && !arguments.values.Has("paths-from"))
    throw std::invalid_argument("case takes an id and at least one path: threadlint case ID PATH…");
  Options options = ToLintOptions(arguments.values, arguments.settings);
  options.paths = InputPaths(arguments, 1);
  if (arguments.values.Flag("repro")) return WriteRepro(arguments, std::move(options));
  const report::ReportOptions text = TextOptions(arguments, STDOUT_FILENO);
  options.signed_mails = [&](const Report& report) {
    std::vector<MessageIndex> out;
    std::string ignored;  // is told below
    if (const auto found = FindCase(options, report, arguments.positional.front(), ignored))
      for (const CaseMessage& entry : report.set.Messages(report.set.cases[*found]))
        out.push_back(entry.message);
    return out;
  };
  const Report report = ReadExport(arguments, options);
  if (report.interrupted) return InputStatus(arguments, report);
  std::string error;
  const auto found = FindCase(options, report, arguments.positional.front(), error);
  if (!found) {
    Complain(error);
    return report.messages == 0 ? kEmpty : kUsage;
  }
  ReportFile file("");
  report::WriteCase(report, *found, text, file);
  if (const int status = Close(file); status != kClean) return status;
  return InputStatus(arguments, report);
}

}  // namespace threadlint::cli
