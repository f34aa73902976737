#include "cli/outcome.h"

#include <fmt/format.h>

namespace threadlint::cli {
namespace {

void Set(ExitStatus status, std::string why, std::string_view hint, Outcome& out) {
  out.status = status;
  out.why = std::move(why);
  out.hint = hint;
}

}  // namespace

Outcome JudgeInput(const config::Values& values, const Report& report) {
  Outcome out;
  if (report.interrupted) {
    Set(kInterrupted, "interrupted", "", out);
    return out;
  }
  if (report.incomplete) {
    for (const InputReport& input : report.inputs)
      for (const InputNote& note : input.notes)
        if (note.kind == InputNoteKind::kUnreadable || note.kind == InputNoteKind::kTruncated)
          out.trouble.push_back(fmt::format("{}: {}", note.path, note.text));
    if (!values.Flag("allow-partial")) {
      Set(kIncomplete, "some input could not be read", "--allow-partial to accept that", out);
      return out;
    }
  }
  if (report.shown.empty() && !values.Flag("allow-empty")) {
    if (report.messages == 0)
      Set(kEmpty, "no mail was found", "--allow-empty to accept that", out);
    else
      Set(kEmpty, fmt::format("no case to check among {} messages", report.messages),
          "--all takes in mail without a help desk, --allow-empty accepts that", out);
  }
  return out;
}

Outcome JudgeFindings(const config::Values& values, const Report& report) {
  Outcome out;
  if (report.failing == 0 || values.Flag("exit-zero")) return out;
  Set(kFindings,
      fmt::format("{} finding{} at or above --fail-on", report.failing,
                  report.failing == 1 ? "" : "s"),
      "", out);
  return out;
}

std::string Describe(const Outcome& outcome) {
  if (outcome.status == kInterrupted) return outcome.why;
  return fmt::format("{}: exit status {}{}", outcome.why, static_cast<int>(outcome.status),
                     outcome.hint.empty() ? "" : fmt::format(" ({})", outcome.hint));
}

}  // namespace threadlint::cli
