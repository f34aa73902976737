#include "cli/outcome.h"

#include "cli/path_hint.h"
#include "util/count.h"

#include <fmt/format.h>

namespace threadlint::cli {
namespace {

void Set(ExitStatus status, std::string why, std::string_view hint, Outcome& out) {
  out.status = status;
  out.why = std::move(why);
  out.hint = hint;
}

// What to do about a path that was typed wrong.
std::string Hint(const InputReport& input, const InputNote& note) {
  const std::string hint = note.path == input.path ? PathHint(note.path) : std::string();
  return hint.empty() ? hint : "; " + hint;
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
          out.trouble.push_back(fmt::format("{}: {}{}", note.path, note.text,
                                            report.redacted ? "" : Hint(input, note)));
    if (!values.Flag("allow-partial")) {
      Set(kIncomplete, "some input could not be read", "--allow-partial to accept that", out);
      return out;
    }
  }
  if (report.shown.empty() && !values.Flag("allow-empty")) {
    if (report.messages == 0)
      Set(kEmpty, "no mail was found",
          "man threadlint-export says how to get it out of a mail program, --allow-empty accepts "
          "that",
          out);
    else if (const auto with = values.List("with"); !with.empty())
      Set(kEmpty,
          fmt::format("no case with {} among {}",
                      report.redacted ? "these" : fmt::format("{}", fmt::join(with, ", ")),
                      util::Count(report.messages, "message")),
          "without --with the report begins with whom the mail is with, --allow-empty accepts that",
          out);
    else
      Set(kEmpty, fmt::format("no case to check among {}", util::Count(report.messages, "message")),
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
