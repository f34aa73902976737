// What hangs on a mail.
#pragma once

#include "facts/lexicon.h"
#include "facts/reading.h"
#include "mail/structure.h"

namespace threadlint::facts {

// Kinds, number and names of the attachments, and whether the mail says what it says in a form that
// cannot be read. `text_part`: index of the part that is its text, -1 if there is none.
void ReadAttachments(const mail::Structure& structure, int text_part, const Lexicon* lexicon,
                     Reading& reading);

}  // namespace threadlint::facts
