#include "cli/find_case.h"

#include "cli/run.h"
#include "util/ascii.h"

#include <fmt/format.h>

namespace threadlint::cli {
namespace {

constexpr size_t kShortest = 3;  // beginning of an id

// Of several mails with one id, each is called by it too.
bool IsCalled(std::string_view name, std::string_view wanted) {
  return name == wanted || (name.starts_with('<') && name.substr(0, name.rfind('>') + 1) == wanted);
}

}  // namespace

std::optional<uint32_t> FindCase(const Options& options, const Report& report,
                                 std::string_view name, std::string& error) {
  const std::string lower = util::LowerAscii(name);  // ids have no capitals
  std::string_view id = lower;
  std::optional<uint32_t> found;
  for (uint32_t i = 0; i < report.set.cases.size(); ++i) {
    const Case& c = report.set.cases[i];
    if (c.id == id) return i;
    if (id.size() < kShortest || !c.id.starts_with(id)) continue;
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
      if (IsCalled(called, full) || IsCalled(called, here)) return i;
      // Before redaction, who gives an id that a redacted report has.
      if (options.redact && !report.redacted && IsCalled(NameInReport(options, called), full))
        return i;
    }
  if (lower.size() < kShortest && lower.starts_with('c')) {
    error = fmt::format("'{}' is too short for the beginning of a case id", name);
    return std::nullopt;
  }
  error = fmt::format(
      "no case is called '{}'; 'threadlint cases PATH' lists them, --all those without a help desk",
      id);
  return std::nullopt;
}

int TellNoCase(const Arguments& arguments, const Report& report, const std::string& error) {
  if (report.messages == 0)
    if (const ExitStatus input = InputStatus(arguments, report); input != kClean) return input;
  Complain(error);
  return kUsage;
}

}  // namespace threadlint::cli
