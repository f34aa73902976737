// What a mail of the desk comes to: how much of it says something, and whose mail it answers.
#pragma once

#include "facts/reading.h"

#include <threadlint/rule.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace threadlint::rules {

// Sentences of a mail that say something of the matter, by what they are.
struct Gist {
  std::vector<uint32_t> meant;   // with the mark looked for, and meant here and now
  uint32_t others = 0;           // that say something else
  bool offers = false;           // something is left to the reader, and not in some case only
  facts::Marks marks = 0;        // of all of them together
  facts::Marks other_marks = 0;  // of those not meant
};

// `counts_with`: marks of sentences that belong to those meant, and are no others. Old sentences,
// courtesies and padding are not looked at.
Gist ReadGist(const CaseView& view, uint32_t entry, facts::Mark mark, facts::Marks counts_with);

// The last mail of the customer before that entry of the case; none if there is no other or it is
// too far back.
std::optional<uint32_t> CustomersBefore(const CaseView& view, uint32_t entry);
// The first of the case.
std::optional<uint32_t> FirstOfCustomer(const CaseView& view);
// The last mail that a person of the desk wrote before that entry.
std::optional<uint32_t> DesksBefore(const CaseView& view, uint32_t entry);

// Adds the message unless it is there already, or three are.
void AddRelated(MessageIndex message, Finding& finding);

// A sentence of that mail has the mark, and is news in the case.
bool AnySays(const CaseView& view, uint32_t entry, facts::Mark mark);

}  // namespace threadlint::rules
