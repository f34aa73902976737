#pragma once

#include "conversation.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace threadlint::bench {

// All conversations of an export, their mails in the order of their time. What it holds at one time
// are the cases that are open: the length of the export does not matter.
class Inbox {
 public:
  explicit Inbox(uint64_t seed) : seed_(seed), arrivals_(seed ^ 0x1b0cU) {}

  RawMail Next();
  uint64_t Cases() const { return cases_; }

 private:
  void OpenCase();

  uint64_t seed_;
  Prng arrivals_;
  Seconds next_case_ = 1609747200;  // 4 January 2021
  uint64_t cases_ = 0;
  std::vector<std::unique_ptr<Conversation>> open_;  // a heap, the earliest on top
};

}  // namespace threadlint::bench
