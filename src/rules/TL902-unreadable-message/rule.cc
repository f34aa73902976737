#include "rules/input_note.h"

namespace threadlint::rules {

std::vector<Finding> TL902(const InputView& view) {
  return FindingsOfNotes(view, InputNoteKind::kUnreadable, Severity::kWarning,
                         "Nothing: this says what could not be read here.");
}

}  // namespace threadlint::rules
