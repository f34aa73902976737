#include "rules/input_note.h"

namespace threadlint::rules {

std::vector<Finding> TL903(const InputView& view) {
  return FindingsOfNotes(view, InputNoteKind::kDoubtfulBoundary, Severity::kNote,
                         "Nothing is claimed but that the mailbox can be read in two ways here.");
}

}  // namespace threadlint::rules
