// Mail can be forged: what speaks against a mail that a finding rests on is told with the finding.
#pragma once

#include <threadlint/lint.h>

#include <vector>

namespace threadlint {

// Fills Finding::doubts. The mails looked at are those of the desk, or in its name, that a finding
// is about or quotes, and the one that carries the break it names:
// - a host of Options::authserv_ids noted that it does not come from the domain of its From: the
//   finding is a warning at most, since it may accuse the desk of what somebody else wrote, but is
//   not hidden, since mailing lists and forwarding undo what hosts look at;
// - none of these hosts noted anything on it: told only, since mail of another mailbox has no such
//   note, and a name typed wrong must make nothing green;
// - answers go to another organisation, which no earlier mail of the same sender and nobody in the
//   case had to do with: told only, since TL104 weighs it.
void AddDoubts(const Options& options, const Report& report, std::vector<Finding>& findings);

}  // namespace threadlint
