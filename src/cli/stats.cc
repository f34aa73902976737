// threadlint stats PATH…
#include "report/stats.h"

#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/progress_line.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "cli/verdict_files.h"
#include "util/ordered_pool.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <unistd.h>
#include <utility>

namespace threadlint::cli {
namespace {

using report::CountedCase;
using report::Stats;

// What is left of a report when its cases are counted.
struct Counted {
  std::vector<CountedCase> cases;
  Report rest;         // numbers alone
  std::string failed;  // why there is nothing
};

Counted Count(const Report& report) {
  Counted out;
  out.cases = report::CountCases(report);
  out.rest.messages = report.messages;
  out.rest.copies = report.copies;
  out.rest.left_out = report.left_out;
  out.rest.hidden_cases = report.hidden_cases;
  out.rest.hidden_findings = report.hidden_findings;
  out.rest.incomplete = report.incomplete;
  out.rest.interrupted = report.interrupted;
  if (report.incomplete) out.rest.inputs = report.inputs;
  return out;
}

void Add(Report&& one, Report& all) {
  all.messages += one.messages;
  all.copies += one.copies;
  all.left_out += one.left_out;
  all.hidden_cases += one.hidden_cases;
  all.hidden_findings += one.hidden_findings;
  all.incomplete = all.incomplete || one.incomplete;
  all.interrupted = all.interrupted || one.interrupted;
  for (InputReport& input : one.inputs) all.inputs.push_back(std::move(input));
}

// Each path is an export of its own; what is kept of it is what its cases count for.
Stats CountSeparately(const Arguments& arguments, Options options,
                      const std::vector<std::string>& exports, Report& all) {
  TellConfiguration(arguments, options);
  if (arguments.times != nullptr) arguments.times->Watch(options, true);
  options.stop = WatchInterrupt();
  all.config_hash = options.config_hash;
  all.redacted = options.redact;
  const unsigned workers = util::WorkerCount(options.jobs);
  const Linter linter(std::move(options));
  ProgressLine line(IsTerminal(STDERR_FILENO) && !arguments.values.Flag("quiet"));
  std::vector<CountedCase> cases;
  util::RunOrdered(
      workers, exports.size(),
      [&](size_t i) {
        try {
          return Count(linter.Run({exports[i]}, 1));
        } catch (const std::exception& error) {  // one mailbox that goes wrong hides no other
          Counted out;
          out.failed = error.what();
          return out;
        }
      },
      [&](size_t i, Counted&& one) {
        if (!one.failed.empty()) {
          Complain(all.redacted ? fmt::format("mailbox {} could not be read", i + 1)
                                : fmt::format("{}: {}", exports[i], one.failed));
          all.incomplete = true;
        }
        std::ranges::move(one.cases, std::back_inserter(cases));
        Add(std::move(one.rest), all);
        if (line.Due()) line.Show(fmt::format("{} of {} mailboxes", i + 1, exports.size()));
        return !all.interrupted;
      });
  line.Clear();
  all.shown.resize(cases.size());
  Stats stats = report::MakeStats(std::move(cases), arguments.values.Flag("agents"));
  stats.mailboxes = exports.size();
  return stats;
}

}  // namespace

int RunStats(const Arguments& arguments) {
  std::vector<std::string> paths = InputPaths(arguments);
  CheckOutputs(arguments, paths);
  Options options = ToLintOptions(arguments.values, arguments.settings);
  AddSuppressions(arguments, options);
  const bool separate = arguments.values.Flag("separate");
  if (separate && options.redact && options.redact_key.empty())
    throw std::invalid_argument(
        "--redact: with --separate each mailbox would begin its pseudonyms anew, and one would "
        "stand for several queues; give --redact-key FILE");
  Report report;
  Stats stats;
  if (separate) {
    stats = CountSeparately(arguments, std::move(options), paths, report);
  } else {
    options.paths = std::move(paths);
    report = ReadExport(arguments, std::move(options));
    stats = report::MakeStats(report::CountCases(report), arguments.values.Flag("agents"));
  }
  if (report.interrupted) return InputStatus(arguments, report);
  const bool written = WriteOutputs(arguments, [&](const OutputPlace& place, ReportFile& file) {
    place.format->write_stats(report, stats, OptionsFor(arguments, place, file.descriptor()), file);
  });
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) return input;
  return written ? kClean : kIncomplete;
}

}  // namespace threadlint::cli
