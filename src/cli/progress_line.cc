#include "cli/progress_line.h"

#include "cli/run.h"

#include <fmt/format.h>

#include <cstdio>

namespace threadlint::cli {

bool ProgressLine::Due() {
  const auto now = Clock::now();
  return on_ && now - begun_ >= std::chrono::milliseconds(500) &&
         now - shown_ >= std::chrono::milliseconds(100);
}

void ProgressLine::Show(std::string_view text) {
  shown_ = Clock::now();
  visible_ = true;
  WriteToStderr(fmt::format("\r\x1b[K{}", text));
}

void ProgressLine::Clear() {
  if (visible_) WriteToStderr("\r\x1b[K");
  visible_ = false;
}

}  // namespace threadlint::cli
