// What the rules about lost reply tokens have in common.
#pragma once

#include <threadlint/rule.h>

#include <vector>

namespace threadlint::rules {

// A finding for every break of the case of that kind, with everything but its sentences filled in.
// `highest` is the severity where the token's role is established; an assumed one gives a warning
// at most.
std::vector<Finding> FindingsOfBreaks(const CaseView& view, BreakKind kind, Severity highest);

// What carried the token, at the beginning of a sentence: "The reply address".
std::string_view Carrier(const Break& b);

// The role of the token that was there before is assumed.
bool Assumed(const CaseView& view, const Break& b);

// "The 4 messages from here on can no longer be tied to the 5 before by that address."
std::string ReachSentence(const CaseView& view, const Break& b);

}  // namespace threadlint::rules
