#include "report/text_inputs.h"

#include <fmt/format.h>

namespace threadlint::report {

void WriteInputs(const Report& report, Page& page) {
  for (const InputReport& input : report.inputs) {
    std::string line = fmt::format("{}: {}", Safe(input.path), Count(input.messages, "message"));
    if (input.copies > 0) line += fmt::format(", {} of them copies", input.copies);
    if (input.left_out > 0)
      line += fmt::format(", {} drafts, trash or spam left out", input.left_out);
    if (input.skipped_files > 0)
      line += fmt::format(", {} without mail skipped", Count(input.skipped_files, "file"));
    page.Wrap(line, 0);
    if (input.state != InputState::kOk && input.state != InputState::kEmpty)
      page.Wrap(fmt::format("not all of it could be read ({})", Name(input.state)), 2, Paint::kRed);
    for (const InputNote& note : input.notes)
      if (note.kind == InputNoteKind::kWording) page.Wrap(Safe(note.text), 2, Paint::kYellow);
    if (input.state == InputState::kEmpty) page.Wrap("no mail in it", 2, Paint::kYellow);
  }
}

}  // namespace threadlint::report
