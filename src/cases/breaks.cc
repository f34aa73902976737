#include "cases/breaks.h"

#include "cases/break_walk.h"

namespace threadlint::cases {

StringId AnswerAddress(const Export& mail, const Message& m) {
  const auto reply_to = mail.ReplyTo(m);
  return reply_to.empty() ? m.from : reply_to.front();
}

std::vector<Break> FindBreaks(const Known& known, const ReplyLinks& replies,
                              std::span<const CaseMessage> messages, uint64_t& steps) {
  BreakWalk walk(known, replies, messages);
  std::vector<Break> out = walk.Find();
  steps += walk.steps();
  return out;
}

}  // namespace threadlint::cases
