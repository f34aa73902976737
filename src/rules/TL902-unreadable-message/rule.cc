#include "rules/input_note.h"

namespace threadlint::rules {

std::vector<Finding> TL902(const InputView& view) {
  return FindingsOfNotes(view, InputNoteKind::kUnreadable, Severity::kWarning,
                         "The file has changed since it was read.");
}

}  // namespace threadlint::rules
