// Pass 2: the readings of mails that can carry a finding about what was said, and barrier 2: which
// of their sentences are no news.
#pragma once

#include "facts/language.h"
#include "facts/reading.h"
#include "source/inventory.h"

#include <threadlint/lint.h>
#include <threadlint/rule.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace threadlint {

struct Readings {
  std::vector<MessageIndex> messages;  // that were read, ascending
  std::vector<facts::Reading> readings;
  std::vector<ReadMessage> by_message;  // points into `readings`
  uint64_t given_up = 0;                // times that a phrase took too long on a sentence
  // Names of those who sign, for redaction; empty without it.
  std::vector<std::pair<MessageIndex, std::string>> signers;
};

// Reads the mails of the cases shown in which a desk and a customer write.
Readings ReadFacts(const Options& options, const source::Inventory& inventory,
                   const source::Limits& limits, const facts::Languages& languages,
                   const Report& report);

}  // namespace threadlint
