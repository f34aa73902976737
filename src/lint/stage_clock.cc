#include "lint/stage_clock.h"

namespace threadlint {

StageClock::StageClock(const Options& options) : options_(options) {
  if (options_.stage) begun_ = util::RunTime::Now();
}

void StageClock::End(std::string_view stage, uint64_t messages, uint64_t bytes) {
  if (!options_.stage) return;
  const util::RunTime now = util::RunTime::Now();
  options_.stage(
      {stage, messages, bytes, now.seconds - begun_.seconds, now.cpu_seconds - begun_.cpu_seconds});
  begun_ = now;
}

void StageClock::End(std::string_view stage, const Export& mail,
                     const std::vector<MessageIndex>& read) {
  if (!options_.stage) return;
  uint64_t bytes = 0;
  for (const MessageIndex i : read) bytes += mail.messages[i].length;
  End(stage, read.size(), bytes);
}

}  // namespace threadlint
