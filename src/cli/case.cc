// threadlint case ID PATH…
#include "cli/find_case.h"
#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/report_file.h"
#include "cli/repro.h"
#include "cli/run.h"

#include <stdexcept>
#include <string>
#include <utility>

namespace threadlint::cli {

int RunCase(const Arguments& arguments) {
  if (arguments.positional.size() < 2 && !arguments.values.Has("paths-from"))
    throw std::invalid_argument("case takes an id and at least one path: threadlint case ID PATH…");
  Options options = ToLintOptions(arguments.values, arguments.settings);
  options.paths = InputPaths(arguments, 1);
  if (arguments.values.Flag("repro")) {
    if (arguments.values.Has("output"))
      throw std::invalid_argument(
          "--repro writes a mailbox to standard output and no report: leave out --output");
    return WriteRepro(arguments, std::move(options));
  }
  CheckOutputs(arguments, options.paths);
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
  if (!found) return TellNoCase(arguments, report, error);
  const bool written = WriteOutputs(arguments, [&](const OutputPlace& place, ReportFile& file) {
    place.format->write_case(report, *found, OptionsFor(arguments, place, file.descriptor()), file);
  });
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  return written ? kClean : kIncomplete;
}

}  // namespace threadlint::cli
