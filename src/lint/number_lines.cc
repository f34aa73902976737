#include "lint/number_lines.h"

#include "util/count_byte.h"
#include "util/ordered_pool.h"

#include <algorithm>
#include <memory>
#include <span>
#include <string_view>
#include <tuple>

namespace threadlint {
namespace {

// What one worker counts of a file that can be read from anywhere.
constexpr uint64_t kStretch = uint64_t{16} << 20;

// Requests for places of one unit: of all its members, or of one stretch of its bytes.
struct LineJob {
  size_t begin = 0, end = 0;           // of the requests
  uint64_t from = 0, to = UINT64_MAX;  // of the bytes
};

struct LineCount {
  std::vector<uint64_t> lines;  // by request, counted from 1 where the stretch begins; 0: not there
  uint64_t newlines = 0;        // in the stretch
};

// Counts in [from, to) of one mail file, for `requests` in that stretch.
void CountLines(source::ByteStream& stream, uint64_t from, uint64_t to,
                std::span<const LineRequest> requests, LineCount& out) {
  constexpr size_t kBuffer = size_t{256} << 10;
  const auto buffer = std::make_unique_for_overwrite<char[]>(kBuffer);
  uint64_t position = from, newlines = 0;
  size_t next = 0;
  // To the end of a stretch, for the one behind it; of a whole file, to the last request.
  while (position < to && (next < requests.size() || to != UINT64_MAX)) {
    const size_t want = static_cast<size_t>(std::min<uint64_t>(kBuffer, to - position));
    const source::ReadResult read = stream.ReadAt(position, {buffer.get(), want});
    if (read.bytes == 0) break;
    const std::string_view text(buffer.get(), read.bytes);
    size_t at = 0;
    for (; next < requests.size() && requests[next].offset < position + text.size(); ++next) {
      const auto until = static_cast<size_t>(requests[next].offset - position);
      newlines += util::CountByte(text.substr(at, until - at), '\n');
      at = until;
      out.lines.push_back(newlines + 1);
    }
    newlines += util::CountByte(text.substr(at), '\n');
    position += text.size();
  }
  // What begins where the file ends, as a mail behind its last separator line.
  for (; next < requests.size(); ++next)
    out.lines.push_back(requests[next].offset == position ? newlines + 1 : 0);
  out.newlines = newlines;
}

// In the order of `requests`, which are sorted.
std::vector<LineJob> PlanJobs(const source::Inventory& inventory, const Export& mail,
                              std::span<const LineRequest> requests) {
  std::vector<LineJob> jobs;
  for (size_t next = 0; next < requests.size();) {
    const uint32_t file_unit = mail.files[requests[next].file].unit;
    size_t end = next;
    while (end < requests.size() && mail.files[requests[end].file].unit == file_unit) ++end;
    const source::Unit& unit = inventory.units[file_unit];
    uint64_t from = 0;
    if (unit.container == source::Container::kPlain) {
      const uint64_t last = std::min(requests[end - 1].offset, unit.size);
      for (; last - from >= kStretch; from += kStretch) {
        LineJob& job = jobs.emplace_back(LineJob{next, next, from, from + kStretch});
        while (requests[job.end].offset < job.to) ++job.end;
        next = job.end;
      }
    }
    // The members of an archive are met in their order.
    jobs.push_back({next, end, from});
    next = end;
  }
  return jobs;
}

}  // namespace

void NumberLines(const Options& options, const source::Inventory& inventory,
                 const source::Limits& limits, const Export& mail,
                 std::vector<LineRequest> requests) {
  std::sort(requests.begin(), requests.end(), [](const LineRequest& a, const LineRequest& b) {
    return std::tie(a.file, a.offset) < std::tie(b.file, b.offset);
  });
  const std::vector<LineJob> jobs = PlanJobs(inventory, mail, requests);
  uint64_t before = 0;  // newlines of the stretches before in the same file
  util::RunOrdered(
      util::WorkerCount(options.jobs), jobs.size(),
      [&](size_t j) {
        LineCount out;
        const LineJob& job = jobs[j];
        const auto unit = mail.files[requests[job.begin].file].unit;
        const auto reader = source::OpenUnit(inventory.units[unit], limits);
        source::Member member;
        std::vector<source::Note> notes;
        size_t next = job.begin;
        for (uint32_t ordinal = 0; reader->Next(member, notes); ++ordinal) {
          const size_t first = next;
          while (next < job.end && mail.files[requests[next].file].member == ordinal) ++next;
          if (next > first || job.to != UINT64_MAX)
            CountLines(*member.stream, job.from, job.to,
                       std::span(requests).subspan(first, next - first), out);
          if (next == job.end) break;
        }
        return out;
      },
      [&](size_t j, LineCount&& count) {
        if (jobs[j].from == 0) before = 0;
        for (size_t i = 0; i < count.lines.size(); ++i)
          if (count.lines[i] != 0) *requests[jobs[j].begin + i].line = before + count.lines[i];
        before += count.newlines;
        return true;
      });
}

}  // namespace threadlint
