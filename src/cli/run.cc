#include "cli/run.h"

#include "cli/outcome.h"
#include "cli/output_names.h"
#include "cli/progress_line.h"
#include "cli/report_file.h"
#include "cli/step_summary.h"
#include "cli/terminal.h"
#include "util/visible.h"

#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <unordered_set>
#include <utility>

namespace threadlint::cli {
namespace {

std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void OnInterrupt(int) { stop_requested.store(true); }

bool Fits(const report::Format& format, config::Command command) {
  return report::Holds(format, ContentOf(command));
}

// "text, json" of those that the command can write.
std::string NamesOfFormats(config::Command command) {
  std::string out;
  for (const report::Format& format : report::Formats())
    if (Fits(format, command)) out += fmt::format("{}{}", out.empty() ? "" : ", ", format.name);
  return out;
}

OutputPlace ReadOutput(const config::Value& value) {
  const std::string& text = value.text;
  const size_t colon = text.find(':');
  OutputPlace out;
  out.origin = value.origin;
  out.format = report::FindFormat(text.substr(0, colon));
  if (colon != std::string::npos) out.path = text.substr(colon + 1);
  if (out.format == nullptr || (colon != std::string::npos && out.path.empty())) {
    throw config::ValueError(
        "output", value.origin,
        fmt::format("'{}' is not understood; it takes FORMAT or FORMAT:PATH, with one of: {}", text,
                    NamesOfFormats(config::kCheck)));
  }
  if (out.path == "-") out.path.clear();
  return out;
}

bool ParseColor(std::string_view text, std::string& out) {
  out = text;
  return text == "auto" || text == "always" || text == "never";
}

std::string ReadColor(const config::Values& values) {
  return values.Read<std::string>("color", ParseColor, "auto, always or never");
}

}  // namespace

report::Content ContentOf(config::Command command) {
  if (command == config::kTokens) return report::Content::kTokens;
  if (command == config::kCase) return report::Content::kCase;
  if (command == config::kReply) return report::Content::kReply;
  if (command == config::kStats) return report::Content::kStats;
  return command == config::kCases ? report::Content::kCases : report::Content::kFindings;
}

int Close(ReportFile& file, int status) {
  const std::string error = file.Finish();
  if (error.empty()) return status;
  Complain(error);
  return kIncomplete;
}

void WriteToStderr(std::string_view text) {
  // Nobody is left to be told if that fails, and the exit status says the rest.
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

void Complain(std::string_view text) {
  WriteToStderr(fmt::format("threadlint: {}\n", util::DisarmCommands(util::MakeVisible(text))));
}

const std::atomic<bool>* WatchInterrupt() {
  std::signal(SIGINT, OnInterrupt);
  return &stop_requested;
}

void TellConfiguration(const Arguments& arguments, const Options& options) {
  if (arguments.values.Flag("verbose"))
    Complain(fmt::format("configuration: {} (config_hash {})",
                         arguments.found.path.empty() ? "no file" : arguments.found.path,
                         options.config_hash));
}

Report ReadExport(const Arguments& arguments, Options options) {
  TellConfiguration(arguments, options);
  if (arguments.times != nullptr) arguments.times->Watch(options, false);
  options.stop = WatchInterrupt();
  ProgressLine line(IsTerminal(STDERR_FILENO) && !arguments.values.Flag("quiet"));
  options.progress = [&line](const Progress& progress) {
    if (!line.Due()) return;
    const double percent = progress.bytes_total == 0
                               ? 100.0
                               : 100.0 * static_cast<double>(progress.bytes_done) /
                                     static_cast<double>(progress.bytes_total);
    line.Show(fmt::format("{}: {} MB, {:.0f} %", progress.stage, progress.bytes_done / 1'000'000,
                          percent > 100 ? 100 : percent));
  };
  return Lint(options);
}

report::ReportOptions TextOptions(const Arguments& arguments, int descriptor) {
  report::ReportOptions out;
  out.color = WantColor(ReadColor(arguments.values), descriptor);
  out.width = TerminalWidth(descriptor);
  out.quiet = arguments.values.Flag("quiet");
  return out;
}

namespace {

bool ParseEvidence(std::string_view text, bool& quotes) {
  quotes = text == "quotes";
  return quotes || text == "references";
}

// Nothing where each format has its own way.
std::optional<bool> ReadEvidenceOption(const config::Values& values) {
  if (!values.Has("evidence")) return std::nullopt;
  return values.Read<bool>("evidence", ParseEvidence, "quotes or references");
}

}  // namespace

void CheckWriting(const config::Values& values) {
  for (const config::Value& value : values.All("output")) (void)ReadOutput(value);
  (void)ReadEvidenceOption(values);
  (void)ReadColor(values);
}

std::vector<OutputPlace> ReadOutputs(const Arguments& arguments) {
  std::vector<OutputPlace> out;
  for (const config::Value& value : arguments.values.All("output")) {
    OutputPlace place = ReadOutput(value);
    if (!Fits(*place.format, arguments.command))
      throw config::ValueError("output", value.origin,
                               fmt::format("this command has no {}; there are {}",
                                           place.format->name, NamesOfFormats(arguments.command)));
    place.paths.push_back(place.path);
    out.push_back(std::move(place));
  }
  CheckWriting(arguments.values);
  return out;
}

void CheckPlaces(const std::vector<OutputPlace>& places, const std::vector<std::string>& inputs) {
  std::unordered_set<std::string> read, written;
  for (const std::string& path : inputs) read.insert(Resolve(path));
  const std::string summary = StepSummaryPath();
  for (const OutputPlace& place : places) {
    if (place.format->write_summary != nullptr && !summary.empty() &&
        read.contains(Resolve(summary)))
      throw std::invalid_argument(fmt::format(
          "$GITHUB_STEP_SUMMARY: {} is one of the inputs; input is never written to", summary));
    for (const std::string& path : place.paths) {
      const std::string resolved = path.empty() ? "-" : Resolve(path);
      if (resolved != "-" && read.contains(resolved))
        throw config::ValueError(
            "output", place.origin,
            fmt::format("{} is one of the inputs; input is never written to", path));
      if (!written.insert(resolved).second)
        throw config::ValueError(
            "output", place.origin,
            fmt::format("two reports cannot go to {}", path.empty() ? "standard output" : path));
    }
  }
}

void CheckOutputs(const Arguments& arguments, const std::vector<std::string>& inputs) {
  if (arguments.values.Has("skip-done"))
    throw std::invalid_argument(
        "--skip-done: it is for --separate, where each PATH is done by itself");
  const std::vector<OutputPlace> places = ReadOutputs(arguments);
  for (const OutputPlace& place : places)
    if (IsPattern(place.path))
      throw config::ValueError("output", place.origin,
                               fmt::format("{}: {{name}} and {{n}} are for --separate, where each "
                                           "mailbox has a report of its own",
                                           place.path));
  CheckPlaces(places, inputs);
}

report::ReportOptions OptionsFor(const Arguments& arguments, const OutputPlace& place,
                                 int descriptor) {
  report::ReportOptions out = TextOptions(arguments, descriptor);
  out.color = out.color && place.format->colored;
  out.quotes = ReadEvidenceOption(arguments.values).value_or(place.format->quotes);
  return out;
}

bool WriteOutputs(const Arguments& arguments, const OutputWriter& write) {
  bool good = true;
  for (const OutputPlace& place : ReadOutputs(arguments)) {
    ReportFile file(place.path);
    write(place, file);
    const std::string error = file.Finish();
    if (error.empty()) continue;
    good = false;
    Complain(error);
  }
  return good;
}

report::ReportOptions WriteReport(const Arguments& arguments, const OutputPlace& place,
                                  int descriptor, const Report& report, bool findings,
                                  report::Output& output) {
  std::error_code ignored;
  report::ReportOptions options = OptionsFor(arguments, place, descriptor);
  options.findings = findings;
  options.complete = (!report.incomplete || arguments.values.Flag("allow-partial")) &&
                     (!report.shown.empty() || arguments.values.Flag("allow-empty"));
  options.directory = std::filesystem::current_path(ignored).string();
  place.format->write(report, options, output);
  return options;
}

bool WriteReports(const Arguments& arguments, const Report& report, bool findings) {
  const std::string summary = StepSummaryPath();
  bool summarised = false, good = true;
  const bool written = WriteOutputs(arguments, [&](const OutputPlace& place, ReportFile& file) {
    const report::ReportOptions options =
        WriteReport(arguments, place, file.descriptor(), report, findings, file);
    if (place.format->write_summary == nullptr || summary.empty() ||
        std::exchange(summarised, true))
      return;
    const std::string error = AppendStepSummary(*place.format, report, options, summary);
    if (!error.empty()) Complain(error);
    good = error.empty();
  });
  return written && good;
}

ExitStatus InputStatus(const Arguments& arguments, const Report& report) {
  return Conclude(JudgeInput(arguments.values, report));
}

ExitStatus Conclude(const Outcome& outcome) {
  for (const std::string& trouble : outcome.trouble) Complain(trouble);
  if (outcome.status != kClean) Complain(Describe(outcome));
  return outcome.status;
}

}  // namespace threadlint::cli
