// MIME structure by the mimetic library, held inside the limits within which it is sound.
#pragma once

#include "mail/structure.h"

#include <optional>
#include <string_view>

namespace threadlint::mail {

// nullopt if any part of the mail is beyond those limits, or if the library reads a part otherwise
// than its raw header says: then mime_scanner.h reads the mail.
std::optional<Structure> ReadMimeWithLibrary(std::string_view mail, const StructureLimits& limits);

}  // namespace threadlint::mail
