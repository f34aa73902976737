// Was a thing given? Looks for it in what one mail says.
#pragma once

#include "facts/reading.h"

#include <cstdint>

namespace threadlint::rules {

enum class GivenHow : uint8_t { kNot, kValue, kStatement, kAttachment, kAction, kReply };

struct Given {
  GivenHow how = GivenHow::kNot;
  double confidence = 0;  // that it is the very thing, 0 to 1
  uint32_t sentence =
      UINT32_MAX;  // where it stands; UINT32_MAX: an attachment that no sentence names
};

// `asked_before`: the thing was asked for, and this is the first mail after that. `ask` is of
// `asking`.
Given FindGiven(const facts::Reading& asking, const facts::Fact& ask, const facts::Reading& mail,
                bool asked_before);

}  // namespace threadlint::rules
