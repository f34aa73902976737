// What of a mail cannot be read as text.
#pragma once

#include "mail/structure.h"

#include <string_view>

namespace threadlint::mail {

// Adds kEncrypted, kTnef and kImageOnly where they hold.
void NoteUnreadable(std::string_view mail, Structure& structure);

}  // namespace threadlint::mail
