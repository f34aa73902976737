#include "rules/input_note.h"

namespace threadlint::rules {

std::vector<Finding> TL901(const InputView& view) {
  return FindingsOfNotes(view, InputNoteKind::kTruncated, Severity::kWarning,
                         "The mail may have been cut before it came into this file, or only the "
                         "last line end is missing.");
}

}  // namespace threadlint::rules
