// Does a mail of the customer leave something open?
#pragma once

#include <threadlint/rule.h>

#include <cstdint>

namespace threadlint::rules {

struct OpenMatter {
  enum class How : uint8_t {
    kNot,
    kAsks,    // a question or a request
    kPresses  // says that it is not done, not answered or not right, or asks again
  };
  How how = How::kNot;
  uint32_t sentence = UINT32_MAX;  // the first that says so
  bool chases = false;             // asks what has become of it, or says that nothing has
};

// Of the sentences that are news in the case. A mail that says the matter is settled leaves nothing
// open.
OpenMatter FindOpenMatter(const CaseView& view, MessageIndex message);

}  // namespace threadlint::rules
