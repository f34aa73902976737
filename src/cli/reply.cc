// threadlint reply ID PATH…
#include "report/reply.h"

#include "cli/find_case.h"
#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/run.h"
#include "cli/verdict_files.h"

#include <stdexcept>

namespace threadlint::cli {

int RunReply(const Arguments& arguments) {
  if (arguments.positional.size() < 2 && !arguments.values.Has("paths-from"))
    throw std::invalid_argument(
        "reply takes an id and at least one path: threadlint reply ID PATH…");
  std::vector<std::string> paths = InputPaths(arguments, 1);
  CheckOutputs(arguments, paths);
  Options options = ToLintOptions(arguments.values, arguments.settings);
  AddSuppressions(arguments, options);
  options.paths = std::move(paths);
  const Report report = ReadExport(arguments, options);
  if (report.interrupted) return InputStatus(arguments, report);
  std::string error;
  const auto found = FindCase(options, report, arguments.positional.front(), error);
  if (!found) return TellNoCase(arguments, report, error);
  const report::Reply reply = report::MakeReply(report, *found);
  const bool written = WriteOutputs(arguments, [&](const OutputPlace& place, ReportFile& file) {
    place.format->write_reply(report, reply, OptionsFor(arguments, place, file.descriptor()), file);
  });
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  return written ? kClean : kIncomplete;
}

}  // namespace threadlint::cli
