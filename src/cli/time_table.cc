#include "cli/time_table.h"

#include "util/ordered_pool.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace threadlint::cli {
namespace {

constexpr double kMegabyte = 1e6;

// A column of its width; a dash where there is nothing to say.
std::string Column(bool told, double value, int precision) {
  constexpr size_t kWidth = 10;
  return told ? fmt::format("{:>{}.{}f}", value, kWidth, precision)
              : fmt::format("{:>{}}", "-", kWidth);
}

}  // namespace

void TimeTable::Add(const StageTime& time) {
  const std::lock_guard lock(mutex_);
  auto row = std::ranges::find(rows_, time.stage, &StageTime::stage);
  if (row == rows_.end()) row = rows_.insert(rows_.end(), {time.stage});
  row->messages += time.messages;
  row->bytes += time.bytes;
  row->seconds += time.seconds;
  row->cpu_seconds += time.cpu_seconds;
}

void TimeTable::Watch(Options& options, bool several, const util::RunTime& now) {
  several_ = several;
  workers_ = util::WorkerCount(options.jobs);
  Add({"start", 0, 0, now.seconds - begun_.seconds, now.cpu_seconds - begun_.cpu_seconds});
  options.stage = [this](const StageTime& time) { Add(time); };
}

std::string TimeTable::Describe(const util::RunTime& now, uint64_t peak_memory) const {
  const std::lock_guard lock(mutex_);
  std::string out;
  const auto row = [&out](const StageTime& time, bool cpu) {
    const auto megabytes = static_cast<double>(time.bytes) / kMegabyte;
    const bool rate = time.bytes > 0 && time.seconds > 0;
    out += fmt::format("  {:<22}{}{}{}{}{}\n", time.stage,
                       Column(time.messages > 0, static_cast<double>(time.messages), 0),
                       Column(time.bytes > 0, megabytes, 1), Column(true, time.seconds, 3),
                       Column(cpu, time.cpu_seconds, 3),
                       Column(rate, rate ? megabytes / time.seconds : 0, 1));
  };
  out += fmt::format("  {:<22}{:>10}{:>10}{:>10}{:>10}{:>10}\n", "stage", "messages", "MB",
                     several_ ? "sum of s" : "seconds", "CPU s", "MB/s");
  const StageTime all{"all", 0, 0, now.seconds - begun_.seconds,
                      now.cpu_seconds - begun_.cpu_seconds};
  StageTime last = all;
  last.stage = "write the report";
  for (const StageTime& time : rows_) {
    row(time, !several_);
    last.seconds -= time.seconds;
    last.cpu_seconds -= time.cpu_seconds;
  }
  if (!several_) row(last, true);
  row(all, true);
  out += fmt::format("  {} worker{}, at most {:.0f} MB of memory\n", workers_,
                     workers_ == 1 ? "" : "s", static_cast<double>(peak_memory) / kMegabyte);
  return out;
}

}  // namespace threadlint::cli
