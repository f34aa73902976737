// What the rules about unreadable input have in common.
#pragma once

#include <threadlint/rule.h>

#include <vector>

namespace threadlint::rules {

// One finding for each note of that kind; its text is the note's own.
std::vector<Finding> FindingsOfNotes(const InputView& view, InputNoteKind kind, Severity severity,
                                     std::string_view wrong_if);

}  // namespace threadlint::rules
