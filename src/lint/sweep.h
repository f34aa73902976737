// One more pass over chosen mails, in file order.
#pragma once

#include "source/inventory.h"
#include "util/ordered_pool.h"

#include <threadlint/lint.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint {

// Mails of one sweep that are read by one worker.
struct SweepJob {
  uint32_t unit = 0;
  std::vector<MessageIndex> messages;  // in file order
};

// `wanted` in ascending order.
std::vector<SweepJob> PlanSweep(const Export& mail, const source::Inventory& inventory,
                                const std::vector<MessageIndex>& wanted);

// Of a larger mail those who look for what it says read the beginning alone, and note kTooLarge.
inline constexpr uint64_t kMostRead = uint64_t{256} << 20;

// Calls use(message, raw mail with its quoting undone, error) for every message of the job.
// `error` is empty unless the bytes could not be read (again); of a mail longer than `most` so many
// bytes are read.
using UseMail = std::function<void(MessageIndex, std::string_view raw, const std::string& error)>;
void RunSweepJob(const SweepJob& job, const Export& mail, const source::Inventory& inventory,
                 const source::Limits& limits, uint64_t most, const UseMail& use);

// Reads `wanted` with several workers: read(message, raw, error) gives a value for each on any
// thread, take(message, value) gets them in order on this one.
template <typename Read, typename Take>
void SweepMails(const Options& options, const Export& mail, const source::Inventory& inventory,
                const source::Limits& limits, const std::vector<MessageIndex>& wanted,
                const Read& read, const Take& take, uint64_t most = UINT64_MAX) {
  using Value = decltype(read(MessageIndex{}, std::string_view{}, std::string{}));
  const std::vector<SweepJob> jobs = PlanSweep(mail, inventory, wanted);
  util::RunOrdered(
      util::WorkerCount(options.jobs), jobs.size(),
      [&](size_t i) {
        std::vector<std::pair<MessageIndex, Value>> values;
        RunSweepJob(jobs[i], mail, inventory, limits, most,
                    [&](MessageIndex m, std::string_view raw, const std::string& error) {
                      values.emplace_back(m, read(m, raw, error));
                    });
        return values;
      },
      [&](size_t, std::vector<std::pair<MessageIndex, Value>>&& values) {
        for (auto& [message, value] : values) take(message, std::move(value));
        return options.stop == nullptr || !options.stop->load();
      });
}

}  // namespace threadlint
