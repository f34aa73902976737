#include "rules/input_note.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> FindingsOfNotes(const InputView& view, InputNoteKind kind, Severity severity,
                                     std::string_view wrong_if) {
  std::vector<Finding> out;
  for (const InputNote& note : view.notes) {
    if (note.kind != kind) continue;
    Finding f;
    f.severity = severity;
    f.confidence = 1;
    f.message = note.message;
    f.text = note.text;
    Evidence place;
    place.message = note.message;
    place.path = note.path;
    place.offset = note.offset;
    place.line = note.line;
    f.evidence = {place};
    f.reach = note.message == kNoMessage ? 0 : 1;
    f.fact = fmt::format("{}", note.offset);
    f.wrong_if = wrong_if;
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace threadlint::rules
