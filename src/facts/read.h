// One mail's reading.
#pragma once

#include "facts/language.h"
#include "facts/reading.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadlint::facts {

struct MailFacts {
  std::string_view subject;        // decoded
  std::string_view sender;         // display name of the author, decoded
  std::optional<int64_t> written;  // seconds since 1970 UTC
  int32_t zone_seconds = 0;
};

// Never fails. What is not the writer's own text is not read.
Reading ReadMail(std::string_view raw_mail, const MailFacts& mail, const Languages& languages);

}  // namespace threadlint::facts
