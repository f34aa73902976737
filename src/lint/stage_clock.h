// Tells Options::stage how long each stage of a run took; does nothing if nobody asks.
#pragma once

#include "util/run_clock.h"

#include <threadlint/lint.h>

#include <string_view>
#include <vector>

namespace threadlint {

class StageClock {
 public:
  explicit StageClock(const Options& options);

  // What ran since the last call, or since this was made.
  void End(std::string_view stage, uint64_t messages = 0, uint64_t bytes = 0);
  // The same for a stage that read these mails.
  void End(std::string_view stage, const Export& mail, const std::vector<MessageIndex>& read);

 private:
  const Options& options_;
  util::RunTime begun_;
};

}  // namespace threadlint
