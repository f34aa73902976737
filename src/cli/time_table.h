// --time: where the time of this run went, for whoever has to report a slow mailbox.
#pragma once

#include "util/run_clock.h"

#include <threadlint/lint.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace threadlint::cli {

class TimeTable {
 public:
  explicit TimeTable(const util::RunTime& begun = util::RunTime::Now()) : begun_(begun) {}

  // Rows come of what the library tells from now on. With several exports at a time their seconds
  // are summed, and CPU time cannot be told apart.
  void Watch(Options& options, bool several, const util::RunTime& now = util::RunTime::Now());
  // The table; behind the last stage the report was written.
  std::string Describe(const util::RunTime& now, uint64_t peak_memory) const;

 private:
  void Add(const StageTime& time);

  mutable std::mutex mutex_;
  std::vector<StageTime> rows_;
  bool several_ = false;
  unsigned workers_ = 1;
  const util::RunTime begun_;
};

}  // namespace threadlint::cli
