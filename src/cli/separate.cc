#include "cli/separate.h"

#include "cli/backlog.h"
#include "cli/journal.h"
#include "cli/progress_line.h"
#include "cli/run.h"
#include "cli/separate_outputs.h"
#include "cli/separate_tally.h"
#include "cli/terminal.h"
#include "cli/verdict_files.h"
#include "util/ordered_pool.h"
#include "util/sha256.h"

#include <threadlint/version.h>

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <new>
#include <optional>
#include <unistd.h>
#include <utility>

namespace threadlint::cli {
namespace {

// Reports that wait for an earlier mailbox: by number and by size.
constexpr size_t kMostWaiting = 1024;
constexpr size_t kMostWaitingBytes = size_t{256} << 20;

// What became of one export.
struct Done {
  Outcome outcome;
  ExitStatus found = kClean;  // its status if the user forgave nothing
  SeparateReports reports;
  std::optional<FileState> state;  // as it was before it was read
  std::vector<SuppressionReport> suppressions;
};

void GiveUp(std::string why, Done& out) {
  out.outcome.status = out.found = kIncomplete;
  out.outcome.why = std::move(why);
  out.outcome.hint.clear();
}

ExitStatus WithoutForgiving(const Report& report, bool findings) {
  if (report.incomplete) return kIncomplete;
  if (findings && report.failing > 0) return kFindings;
  return report.shown.empty() ? kEmpty : kClean;
}

void Judge(const Arguments& arguments, const Report& report, Done& out) {
  const bool findings = arguments.command == config::kCheck;
  out.found = WithoutForgiving(report, findings);
  out.suppressions = report.suppressions;
  out.outcome = JudgeInput(arguments.values, report);
  if (out.outcome.status != kClean) return;
  if (!out.reports.error.empty()) return GiveUp(out.reports.error, out);
  if (!findings) return;
  Outcome judged = JudgeFindings(arguments.values, report);
  judged.trouble = std::move(out.outcome.trouble);
  out.outcome = std::move(judged);
}

// Names what must be the same for a journal to go on: version, configuration, and where the reports
// of each mailbox are.
std::string NameAudit(const Arguments& arguments, const Options& options, bool numbered,
                      const std::vector<std::string>& exports) {
  util::Sha256 hash;
  const auto add = [&hash](std::string_view part) {
    hash.Update(fmt::format("{}:{}", part.size(), part));
  };
  add(options.config_hash);
  add(arguments.command == config::kCheck ? "check" : "cases");
  add(options.redact ? "redacted" : "open");
  add(options.redact_key);
  for (const char* name :
       {"output", "evidence", "hashes", "quiet", "exit-zero", "allow-partial", "allow-empty"})
    for (const std::string& value : arguments.values.List(name)) {
      add(name);
      add(value);
    }
  for (const auto& [name, text] : options.suppressions) add(text);
  add(options.baseline ? options.baseline->second : std::string());
  // Numbers move with the list.
  if (numbered)
    for (const std::string& path : exports) add(path);
  constexpr size_t kDigits = 16;
  return fmt::format("version {}\tconfiguration {}", kVersion,
                     util::Hex(hash.Finish()).substr(0, kDigits));
}

class Run {
 public:
  Run(const Arguments& arguments, const std::vector<std::string>& exports, const Linter& linter,
      SeparateOutputs& outputs, Journal* journal, bool redact)
      : arguments_(arguments),
        exports_(exports),
        linter_(linter),
        outputs_(outputs),
        journal_(journal),
        redact_(redact),
        tally_(arguments.command == config::kCheck),
        line_(IsTerminal(STDERR_FILENO) && !arguments.values.Flag("quiet")) {}

  SeparateTally Go(unsigned workers) {
    for (size_t i = 0; i < exports_.size(); ++i) {
      const auto status = journal_ == nullptr || !outputs_.HasFilesOf(i)
                              ? std::nullopt
                              : journal_->Done(exports_[i]);
      if (status)
        tally_.AddSkipped(*status);
      else
        todo_.push_back(i);
    }
    const auto at_a_time =
        static_cast<unsigned>(std::min(size_t{workers}, std::max(todo_.size(), size_t{1})));
    workers_each_ = std::max(workers / at_a_time, 1U);
    util::RunOrdered(
        at_a_time, todo_.size(), [this](size_t t) { return Check(t); },
        [this](size_t t, Done&& done) {
          // Whoever waits must not wait for ever, also if this throws.
          struct Opener {
            Backlog* backlog;
            ~Opener() {
              if (backlog != nullptr) backlog->Open();
            }
          } opener{&backlog_};
          const bool more = Take(t, done);
          if (more) opener.backlog = nullptr;
          return more;
        },
        kMostWaiting);
    line_.Clear();
    if (todo_.size() == exports_.size() && !tally_.interrupted())
      ComplainOfEntries(arguments_, all_);
    return tally_;
  }

 private:
  Done Check(size_t t) {
    backlog_.Enter(t);
    const std::string& path = exports_[todo_[t]];
    Done out;
    if (journal_ != nullptr) out.state = StateOf(path);
    // One mailbox that goes wrong does not hide the others.
    try {
      const Report report = linter_.Run({path}, workers_each_);
      if (!report.interrupted) out.reports = outputs_.Write(todo_[t], report);
      Judge(arguments_, report, out);
    } catch (const std::bad_alloc&) {
      out = {};
      GiveUp("out of memory", out);
    } catch (const std::exception& error) {
      out = {};
      GiveUp(redact_ ? "it could not be read; without --redact the reason is told" : error.what(),
             out);
    }
    backlog_.Add(out.reports.bytes());
    return out;
  }

  bool Take(size_t t, const Done& done) {
    const std::string& path = exports_[todo_[t]];
    backlog_.Take(t, done.reports.bytes());
    if (done.outcome.status == kInterrupted) {
      tally_.Interrupt();
      return false;
    }
    if (IsTerminal(STDOUT_FILENO)) line_.Clear();
    const bool good = outputs_.Append(done.reports);
    Tell(todo_[t], done.outcome);
    AddSuppressions(done.suppressions);
    tally_.Add(done.outcome.status, done.found);
    // What is not in the journal is done again.
    if (good && journal_ != nullptr && done.state)
      journal_->Add(path, *done.state, done.outcome.status);
    if (line_.Due()) line_.Show(fmt::format("{} of {} mailboxes", t + 1, todo_.size()));
    return good;
  }

  // An entry that is of no use for one mailbox may be for another.
  void AddSuppressions(const std::vector<SuppressionReport>& of_one) {
    if (all_.suppressions.empty()) all_.suppressions = of_one;
    for (size_t i = 0; i < of_one.size(); ++i)
      if (of_one[i].state == SuppressionState::kUsed)
        all_.suppressions[i].state = SuppressionState::kUsed;
  }

  void Tell(size_t i, const Outcome& outcome) {
    if (outcome.trouble.empty() && outcome.status == kClean) return;
    line_.Clear();
    // In its redacted report every mailbox may be the first: by its number {n} they stay apart.
    const std::string name = redact_ ? fmt::format("mailbox {}", i + 1) : exports_[i];
    for (const std::string& trouble : outcome.trouble)
      Complain(redact_ ? fmt::format("{}: {}", name, trouble) : trouble);
    if (outcome.status != kClean)
      Complain(fmt::format("{}: {}: exit status {}", name, outcome.why,
                           static_cast<int>(outcome.status)));
  }

  const Arguments& arguments_;
  const std::vector<std::string>& exports_;
  const Linter& linter_;
  SeparateOutputs& outputs_;
  Journal* journal_;
  bool redact_;
  std::vector<size_t> todo_;  // into exports_
  unsigned workers_each_ = 1;
  Backlog backlog_{kMostWaitingBytes};
  SeparateTally tally_;
  ProgressLine line_;
  Report all_;  // of what holds for all mailboxes together: suppressions
};

}  // namespace

int RunSeparate(const Arguments& arguments, Options options,
                const std::vector<std::string>& exports) {
  if (exports.empty()) {
    const bool forgiven = arguments.values.Flag("allow-empty");
    if (!forgiven) Complain("no mailbox was named: exit status 4 (--allow-empty to accept that)");
    return forgiven ? kClean : kEmpty;
  }
  const bool resumable = arguments.values.Has("skip-done");
  const bool redact = options.redact;
  SeparateOutputs outputs(arguments, exports, resumable, redact);
  TellConfiguration(arguments, options);
  if (arguments.times != nullptr) arguments.times->Watch(options, true);
  options.stop = WatchInterrupt();
  const unsigned workers = util::WorkerCount(options.jobs);
  const std::string audit =
      resumable ? NameAudit(arguments, options, outputs.Numbered(), exports) : std::string();
  const Linter linter(std::move(options));
  std::optional<Journal> journal;
  if (resumable) journal.emplace(arguments.values.Text("skip-done"), audit);

  SeparateTally tally =
      Run(arguments, exports, linter, outputs, journal ? &*journal : nullptr, redact).Go(workers);
  if (!tally.interrupted())
    for (const std::string& error : outputs.Finish()) {
      Complain(error);
      tally.Add(kIncomplete);
    }
  const ExitStatus status = tally.status();
  const std::string counts = tally.Describe(exports.size());
  if (status == kInterrupted)
    Complain("interrupted: " + counts);
  else if (status != kClean)
    Complain(fmt::format("{}: exit status {}", counts, static_cast<int>(status)));
  else if (!arguments.values.Flag("quiet"))
    Complain(counts);
  return status;
}

}  // namespace threadlint::cli
