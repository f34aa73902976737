// Phrases that several rules use in their sentences.
#pragma once

#include "util/count.h"

#include <threadlint/rule.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace threadlint::rules {

// "3 May 2024" in the writer's own zone; "an unknown date" without one.
std::string Day(const Message& message);

using util::Count;

// "the desk's mail", "the customer's mail", … of a side.
std::string_view MailOf(Side side);

// The same at the beginning of a sentence.
std::string Capital(std::string_view phrase);

// " Between the two, with the mail of 3 May 2024, the reply address changed.": the last break of
// the case behind `earlier` up to `later`, the one that Finding::broken_by names. Empty: there is
// none.
std::string BreakBetween(const CaseView& view, MessageIndex earlier, MessageIndex later);

// The header field of that name in that message.
Evidence InHeader(MessageIndex message, std::string_view field);

// The sentence of that skeleton (Alteration::skeleton) in the text of that message: in a quotation,
// or in its writer's own words.
Evidence InText(MessageIndex message, uint64_t sentence, bool quoted);

// That sentence of its reading; the mail itself, if `sentence` is none of them.
Evidence OfMessage(const CaseView& view, MessageIndex message, uint32_t sentence);

// Adds it unless the finding has it.
void AddEvidence(Evidence evidence, Finding& finding);

}  // namespace threadlint::rules
