// From envelopes to the compact messages of an export.
#pragma once

#include "mail/envelope.h"

#include <threadlint/message.h>

#include <cstdint>
#include <vector>

namespace threadlint::mail {

// Appends the mail to `into` (strings, lists and a Message whose place in the file is still unset).
// `separator_date` is what the mbox separator line says. An own id among the references, and an id
// of In-Reply-To that stands in References too, are kept: they are what the mail says.
void AddMessage(Export& into, const Envelope& envelope, const Timestamp& separator_date);

// Appends all messages of `fragment` to `out`, with their strings and lists in `into`. Ids of
// strings are given anew in the order of the messages, so that the result is the same however the
// mail was cut into fragments.
void AppendFragment(Export& into, const Export& fragment, std::vector<Message>& out);

// Which of the three times is credible (see DateSource), by these rules: Date and Received that
// agree within a day give Date; if they do not, the relay's clock is believed, which the reader
// did not set; a time before 1980 or behind `latest` is believed of nobody while there is another.
struct CredibleDate {
  int64_t seconds = 0;
  int16_t zone_minutes = 0;
  DateSource source = DateSource::kNone;
  bool disagree = false;
};
// True if Date: alone does not settle it, so that the separator line should be read.
bool NeedsSeparatorDate(const Envelope& envelope);
CredibleDate ChooseDate(const Timestamp& date, const Timestamp& received,
                        const Timestamp& separator);

}  // namespace threadlint::mail
