// One mail's reading.
#pragma once

#include "facts/language.h"
#include "facts/reading.h"
#include "mail/body.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadlint::facts {

struct MailFacts {
  std::string_view subject;        // decoded
  std::string_view sender;         // display name of the author, decoded
  std::optional<int64_t> written;  // seconds since 1970 UTC
  int32_t zone_seconds = 0;
  bool keeps_signer = false;  // Reading::signer_name is wanted
};

// Never fails. What is not the writer's own text is not read. `given_up` grows by the number of
// times that a phrase took too long on a sentence.
Reading ReadMail(const mail::Body& body, const MailFacts& mail, const Languages& languages,
                 uint64_t* given_up = nullptr);

}  // namespace threadlint::facts
