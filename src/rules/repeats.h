// Things that the desk asks for although the case holds them, or a second time.
#pragma once

#include "rules/asks.h"
#include "rules/given.h"

#include <threadlint/rule.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace threadlint::rules {

struct Repeat {
  Ask ask;
  // Where the customer gave it; kNoEntry if he did not, as far as can be told.
  uint32_t given_in = kNoEntry;
  Given given;
  // The earlier mail of the desk that asked for it, kNoEntry if none did, and the customer's answer
  // to it that is the first behind it.
  uint32_t asked_in = kNoEntry;
  const facts::Fact* asked = nullptr;
  uint32_t answered_in = kNoEntry;
  bool protested = false;  // the customer's next mail says that he has given or said it
  // The mail and sentence in which the desk said that it has it; kNoEntry if it did not.
  uint32_t acknowledged_in = kNoEntry, acknowledgement = 0;
  double confidence = 0;  // 0 to 1
};

// One for each thing asked for again, in the order of the case; of several in one mail each.
std::shared_ptr<const std::vector<Repeat>> FindRepeats(const CaseView& view);

}  // namespace threadlint::rules
