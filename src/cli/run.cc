#include "cli/run.h"

#include "cli/report_file.h"
#include "cli/step_summary.h"
#include "cli/terminal.h"
#include "util/visible.h"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace threadlint::cli {
namespace {

std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void OnInterrupt(int) { stop_requested.store(true); }

// A line on a terminal's stderr, rewritten at most ten times a second.
class ProgressLine {
 public:
  explicit ProgressLine(bool on) : on_(on), begun_(Clock::now()), shown_(begun_) {}
  ~ProgressLine() {
    if (visible_) fmt::print(stderr, "\r\x1b[K");
  }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void Show(const Progress& progress) {
    const auto now = Clock::now();
    // What is done in half a second needs no progress.
    if (!on_ || now - begun_ < std::chrono::milliseconds(500) ||
        now - shown_ < std::chrono::milliseconds(100))
      return;
    shown_ = now;
    visible_ = true;
    const double percent = progress.bytes_total == 0
                               ? 100.0
                               : 100.0 * static_cast<double>(progress.bytes_done) /
                                     static_cast<double>(progress.bytes_total);
    fmt::print(stderr, "\r\x1b[K{}: {} MB, {:.0f} %", progress.stage,
               progress.bytes_done / 1'000'000, percent > 100 ? 100 : percent);
  }

 private:
  using Clock = std::chrono::steady_clock;
  bool on_;
  bool visible_ = false;
  Clock::time_point begun_, shown_;
};

struct OutputPlace {
  const report::Format* format = nullptr;
  std::string path;
};

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
  return command == config::kCases ? report::Content::kCases : report::Content::kFindings;
}

void Complain(std::string_view text) {
  fmt::print(stderr, "threadlint: {}\n", util::DisarmCommands(util::MakeVisible(text)));
}

Report ReadExport(const Arguments& arguments, Options options) {
  if (arguments.values.Flag("verbose"))
    Complain(fmt::format("configuration: {} (config_hash {})",
                         arguments.found.path.empty() ? "no file" : arguments.found.path,
                         options.config_hash));
  std::signal(SIGINT, OnInterrupt);
  options.stop = &stop_requested;
  ProgressLine line(IsTerminal(STDERR_FILENO) && !arguments.values.Flag("quiet"));
  options.progress = [&line](const Progress& progress) { line.Show(progress); };
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

void CheckOutputs(const Arguments& arguments) {
  std::set<std::string> inputs, outputs;
  for (const std::string& path : arguments.positional) inputs.insert(Resolve(path));
  const std::string summary = StepSummaryPath();
  for (const config::Value& value : arguments.values.All("output")) {
    const OutputPlace place = ReadOutput(value);
    if (!Fits(*place.format, arguments.command))
      throw config::ValueError(
          "output", value.origin,
          fmt::format("{} holds findings, which this command has none of; there are {}",
                      place.format->name, NamesOfFormats(arguments.command)));
    if (place.format->write_summary != nullptr && !summary.empty() &&
        inputs.contains(Resolve(summary)))
      throw std::invalid_argument(fmt::format(
          "$GITHUB_STEP_SUMMARY: {} is one of the inputs; input is never written to", summary));
    const std::string path = place.path.empty() ? "-" : Resolve(place.path);
    if (path != "-" && inputs.contains(path))
      throw config::ValueError(
          "output", value.origin,
          fmt::format("{} is one of the inputs; input is never written to", place.path));
    if (!outputs.insert(path).second)
      throw config::ValueError(
          "output", value.origin,
          fmt::format("two reports cannot go to {}", path == "-" ? "standard output" : place.path));
  }
  CheckWriting(arguments.values);
}

bool WriteOutputs(const Arguments& arguments, const OutputWriter& write) {
  bool good = true;
  for (const config::Value& value : arguments.values.All("output")) {
    const OutputPlace place = ReadOutput(value);
    ReportFile file(place.path);
    report::ReportOptions options = TextOptions(arguments, file.descriptor());
    options.color = options.color && place.format->colored;
    options.quotes = ReadEvidenceOption(arguments.values).value_or(place.format->quotes);
    write(*place.format, options, file);
    const std::string error = file.Finish();
    if (error.empty()) continue;
    good = false;
    Complain(error);
  }
  return good;
}

bool WriteReports(const Arguments& arguments, const Report& report, bool findings) {
  std::error_code ignored;
  const std::string directory = std::filesystem::current_path(ignored).string();
  bool summarised = false, good = true;
  const bool written = WriteOutputs(
      arguments,
      [&](const report::Format& format, report::ReportOptions options, report::Output& output) {
        options.findings = findings;
        options.complete = (!report.incomplete || arguments.values.Flag("allow-partial")) &&
                           (!report.shown.empty() || arguments.values.Flag("allow-empty"));
        options.directory = directory;
        format.write(report, options, output);
        const std::string summary = StepSummaryPath();
        if (format.write_summary == nullptr || summary.empty() || std::exchange(summarised, true))
          return;
        const std::string error = AppendStepSummary(format, report, options, summary);
        if (!error.empty()) Complain(error);
        good = error.empty();
      });
  return written && good;
}

ExitStatus InputStatus(const Arguments& arguments, const Report& report) {
  if (report.interrupted) {
    Complain("interrupted");
    return kInterrupted;
  }
  if (report.incomplete) {
    for (const InputReport& input : report.inputs)
      for (const InputNote& note : input.notes)
        if (note.kind == InputNoteKind::kUnreadable || note.kind == InputNoteKind::kTruncated)
          Complain(fmt::format("{}: {}", note.path, note.text));
    if (!arguments.values.Flag("allow-partial")) {
      Complain("some input could not be read: exit status 3 (--allow-partial to accept that)");
      return kIncomplete;
    }
  }
  if (report.shown.empty() && !arguments.values.Flag("allow-empty")) {
    Complain(report.messages == 0
                 ? "no mail was found: exit status 4 (--allow-empty to accept that)"
                 : fmt::format("no case to check among {} messages: exit status 4 (--all takes in "
                               "mail without a help desk, --allow-empty accepts that)",
                               report.messages));
    return kEmpty;
  }
  return kClean;
}

}  // namespace threadlint::cli
