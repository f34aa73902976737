#include "mail/structure.h"

#include "mail/mime_library.h"
#include "mail/mime_scanner.h"
#include "mail/structure_notes.h"

#include <optional>
#include <utility>

namespace threadlint::mail {

Structure ReadStructure(std::string_view raw_mail, const StructureLimits& limits) {
  const bool too_large = raw_mail.size() > limits.mail_bytes;
  std::optional<Structure> read;
  if (!too_large) read = ReadMimeWithLibrary(raw_mail, limits);
  if (!read) read = ScanMime(raw_mail, limits);
  if (too_large) read->notes.Add(MailNote::kTooLarge);
  NoteUnreadable(raw_mail, *read);
  return *std::move(read);
}

}  // namespace threadlint::mail
