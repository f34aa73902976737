// What stands below the words of a mail: signature, disclaimer, footers; and above them a
// gateway's warning.
#pragma once

#include "mail/own_text.h"

#include <span>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Gives lines of kOwn the voice that they have, once those of others are known. `folded`: each
// line by FoldText, trimmed; "." for an overlong one. Reads from the end of what the writer wrote
// in one piece upwards; a line that says something, the number of an order below a name for
// instance, stays kOwn.
void FindClosings(std::vector<TextLine>& lines, std::span<const std::string_view> folded);

}  // namespace threadlint::mail
