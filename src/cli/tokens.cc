// threadlint tokens PATH…
#include "report/tokens.h"

#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/run.h"

namespace threadlint::cli {

int RunTokens(const Arguments& arguments) {
  std::vector<std::string> paths = InputPaths(arguments);
  CheckOutputs(arguments, paths);
  const config::Settings& settings = arguments.settings;
  Options options = ToLintOptions(arguments.values, settings);
  options.paths = std::move(paths);
  options.find = false;
  options.all = true;  // tokens are judged by the whole export
  report::TokenSettings told{settings.path, options.token_roles, {}};
  for (const config::SchemeSetting& scheme : settings.schemes) {
    told.schemes.push_back(scheme.Text("name"));
    if (scheme.Text("place") == "subject body")
      told.schemes.push_back(scheme.Text("name") + "-body");
  }
  if (options.redact) {
    // Names that the user gave, often addresses of people.
    told.path.clear();
    told.roles.clear();
  }
  const Report report = ReadExport(arguments, std::move(options));
  if (report.interrupted) return InputStatus(arguments, report);
  const bool written = WriteOutputs(arguments, [&](const OutputPlace& place, ReportFile& file) {
    place.format->write_tokens(report, told, OptionsFor(arguments, place, file.descriptor()), file);
  });
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  return written ? kClean : kIncomplete;
}

}  // namespace threadlint::cli
