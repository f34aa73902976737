#include "rules/input_note.h"

#include "rules/note_fact.h"

#include <algorithm>

namespace threadlint::rules {

std::vector<Finding> FindingsOfNotes(const InputView& view, InputNoteKind kind, Severity severity,
                                     std::string_view wrong_if) {
  std::vector<Finding> out;
  if (std::ranges::none_of(view.notes, [&](const InputNote& n) { return n.kind == kind; }))
    return out;
  const MailPlaces places(*view.mail);
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
    if (note.message == kNoMessage && note.has_offset)
      f.stands_in = places.At(note.path, note.offset);
    f.fact = FactOfNote(note, note.message != kNoMessage || f.stands_in != kNoMessage);
    f.wrong_if = wrong_if;
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace threadlint::rules
