// threadlint check PATH…
#include "cli/lint_options.h"
#include "cli/run.h"
#include "verdict/verdict.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace threadlint::cli {
namespace {

std::vector<verdict::Selector> ReadSelectors(const Arguments& arguments, std::string_view option) {
  std::vector<verdict::Selector> out;
  for (const std::string& text : arguments.values.CommaList(option)) {
    verdict::Selector selector;
    if (!verdict::ParseSelector(text, selector))
      throw std::invalid_argument(fmt::format(
          "--{}: '{}' is not understood; it takes note, warning, error, never, a rule (TL101) or a "
          "family (TL1)",
          option, text));
    out.push_back(selector);
  }
  return out;
}

}  // namespace

int RunCheck(const Arguments& arguments) {
  CheckOutputs(arguments);
  const auto show = ReadSelectors(arguments, "show");
  const auto fail_on = ReadSelectors(arguments, "fail-on");
  Options options = ToLintOptions(arguments.values);
  options.paths = arguments.positional;
  Report report = ReadExport(arguments, std::move(options));
  const auto failing = std::ranges::count_if(
      report.findings, [&](const Finding& f) { return verdict::MatchesAny(fail_on, f); });
  // What makes the run fail is shown in any event.
  report.hidden_findings = std::erase_if(report.findings, [&](const Finding& f) {
    return !verdict::MatchesAny(show, f) && !verdict::MatchesAny(fail_on, f);
  });
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
