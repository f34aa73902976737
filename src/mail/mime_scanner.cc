#include "mail/mime_scanner.h"

#include "mail/mime_builder.h"

#include <optional>

namespace threadlint::mail {

Structure ScanMime(std::string_view mail, const StructureLimits& limits) {
  MimeBuilder builder(mail, limits);
  bool fits = true;  // of no interest here
  size_t at = builder.Open(0, fits);
  while (const std::optional<DelimiterLine> delimiter = builder.NextDelimiter(at)) {
    if (!delimiter->closing && delimiter->next < mail.size() && !builder.MayOpen()) {
      builder.NoteTooManyParts();
      break;
    }
    builder.Close(*delimiter);
    at = delimiter->next;
    if (!delimiter->closing && at < mail.size()) at = builder.Open(at, fits);
  }
  builder.CloseAll();
  return builder.Take();
}

}  // namespace threadlint::mail
