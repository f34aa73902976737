// threadlint case ID PATH…
#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/report_file.h"
#include "cli/run.h"
#include "util/ascii.h"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <unistd.h>

namespace threadlint::cli {
namespace {

// The case with that id, with an id that begins so, or with a message of that Message-ID.
std::optional<uint32_t> FindCase(const Report& report, std::string_view name, std::string& error) {
  const std::string lower = util::LowerAscii(name);  // ids have no capitals
  std::string_view id = lower;
  std::optional<uint32_t> found;
  for (uint32_t i = 0; i < report.set.cases.size(); ++i) {
    const Case& c = report.set.cases[i];
    if (c.id == id) return i;
    if (id.size() < 3 || !c.id.starts_with(id)) continue;
    if (found) {
      error = fmt::format("'{}' is the beginning of several case ids", id);
      return std::nullopt;
    }
    found = i;
  }
  if (found) return found;
  id = name;
  std::string_view bare = id;
  if (bare.starts_with('<') && bare.ends_with('>')) bare = bare.substr(1, bare.size() - 2);
  for (uint32_t i = 0; i < report.set.cases.size(); ++i)
    for (const CaseMessage& entry : report.set.Messages(report.set.cases[i])) {
      const Message& m = report.mail.messages[entry.message];
      if (MessageName(report.mail, m) == id || (!bare.empty() && report.mail[m.message_id] == bare))
        return i;
    }
  error = fmt::format(
      "no case is called '{}'; 'threadlint cases PATH' lists them, --all those without a help desk",
      id);
  return std::nullopt;
}

}  // namespace

int RunCase(const Arguments& arguments) {
  if (arguments.positional.size() < 2 && !arguments.values.Has("paths-from"))
    throw std::invalid_argument("case takes an id and at least one path: threadlint case ID PATH…");
  Options options = ToLintOptions(arguments.values, arguments.settings);
  options.paths = InputPaths(arguments, 1);
  const report::ReportOptions text = TextOptions(arguments, STDOUT_FILENO);
  const Report report = ReadExport(arguments, std::move(options));
  if (report.interrupted) return InputStatus(arguments, report);
  std::string error;
  const auto found = FindCase(report, arguments.positional.front(), error);
  if (!found) {
    Complain(error);
    return report.messages == 0 ? kEmpty : kUsage;
  }
  ReportFile file("");
  report::WriteCase(report, *found, text, file);
  error = file.Finish();
  if (!error.empty()) {
    Complain(error);
    return kIncomplete;
  }
  return InputStatus(arguments, report);
}

}  // namespace threadlint::cli
