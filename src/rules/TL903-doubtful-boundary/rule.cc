#include "rules/input_note.h"

namespace threadlint::rules {

std::vector<Finding> TL903(const InputView& view) {
  return FindingsOfNotes(view, InputNoteKind::kDoubtfulBoundary, Severity::kNote,
                         "Nothing: this says where the mailbox can be read in two ways.");
}

}  // namespace threadlint::rules
