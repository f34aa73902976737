// Mails that quote an earlier one with other numbers.
#pragma once

#include "cases/links.h"
#include "cases/strong_links.h"

#include <threadlint/case.h>

namespace threadlint::cases {

// Fills in set.alterations, and the range of each case in it. Compared are sentences with the same
// words (FigureSentence): one that a mail quotes, and one that the mail it answers says itself, or,
// where that is not in the export or not named, an earlier mail of the case of which it certainly
// quotes another sentence as well.
// Nothing is taken for altered that stands elsewhere as it is quoted, nor where there are several
// sentences to choose from on either side. Linear in the number of sentences.
void FindAlterations(const Known& known, const ReplyLinks& replies, CaseSet& set);

}  // namespace threadlint::cases
