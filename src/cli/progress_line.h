// What is under way, on a terminal's stderr.
#pragma once

#include <chrono>
#include <string_view>

namespace threadlint::cli {

// A line that is rewritten at most ten times a second, and gone at the end.
class ProgressLine {
 public:
  explicit ProgressLine(bool on) : on_(on), begun_(Clock::now()), shown_(begun_) {}
  ~ProgressLine() { Clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Whether it is time to show something: what is done in half a second needs no progress.
  bool Due();
  void Show(std::string_view text);
  // Makes room for a line that stays.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool on_;
  bool visible_ = false;
  Clock::time_point begun_, shown_;
};

}  // namespace threadlint::cli
