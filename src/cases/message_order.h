// Which messages stand in cases, and in which order.
#pragma once

#include <threadlint/message.h>

#include <vector>

namespace threadlint::cases {

// Copies and left-out mails stand in none.
inline bool TakesPart(const Message& m) {
  return m.copy_of == kNoMessage && m.left_out == LeftOutReason::kNo;
}

// Those that take part, in order of time; by name where times are equal, so that no order of files
// can show. What is numbered or remembered on the way through messages goes through them so.
std::vector<MessageIndex> InOrderOfTime(const Export& mail);

}  // namespace threadlint::cases
