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
std::optional<uint32_t> FindCase(const Options& options, const Report& report,
                                 std::string_view name, std::string& error) {
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
  // As the mails have it, or as a redacted report does.
  std::string full(name);
  if (!full.starts_with('<') && !full.starts_with("sha256:")) full = "<" + full + ">";
  const std::string here = NameInReport(options, full);
  for (uint32_t i = 0; i < report.set.cases.size(); ++i)
    for (const CaseMessage& entry : report.set.Messages(report.set.cases[i])) {
      const Message& m = report.mail.messages[entry.message];
      const std::string called = MessageName(report.mail, m);
      // Of several mails with one id, each is called by it too.
      const std::string_view bare = std::string_view(called).substr(
          0, called.starts_with('<') ? called.rfind('>') + 1 : std::string::npos);
      for (const std::string& wanted : {full, here})
        if (called == wanted || bare == wanted) return i;
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
