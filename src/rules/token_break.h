// What the rules about lost reply tokens have in common.
#pragma once

#include <threadlint/rule.h>

#include <vector>

namespace threadlint::rules {

// A finding for every break of the case of that kind, with everything but its sentences filled in.
std::vector<Finding> FindingsOfBreaks(const CaseView& view, BreakKind kind);

// "The 4 messages from here on can no longer be tied to the 5 before by that address."
std::string ReachSentence(const CaseView& view, const Break& b);

}  // namespace threadlint::rules
