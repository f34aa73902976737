#include "cli/step_summary.h"

#include "report/text_output.h"
#include "util/write_all.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace threadlint::cli {
namespace {

// GitHub shows nothing of a step's summary that is larger.
constexpr uint64_t kMostBytes = uint64_t{1} << 20;

}  // namespace

std::string StepSummaryPath() {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  return path == nullptr ? std::string() : path;
}

std::string AppendStepSummary(const report::Format& format, const Report& report,
                              const report::ReportOptions& options, const std::string& path) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  int error = descriptor < 0 ? errno : 0;
  report::TextOutput summary;
  if (error == 0) {
    struct stat info {};
    const bool known = fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
    const uint64_t used = known ? static_cast<uint64_t>(info.st_size) : 0;
    format.write_summary(report, options, used < kMostBytes ? kMostBytes - used : 0, summary);
    error = util::WriteAll(descriptor, summary.text);
    if (close(descriptor) != 0 && error == 0) error = errno;
  }
  if (error != 0)
    return fmt::format("cannot write the summary to $GITHUB_STEP_SUMMARY ({}): {}", path,
                       std::strerror(error));
  if (summary.text.empty())
    return fmt::format(
        "no room for a summary in $GITHUB_STEP_SUMMARY ({}): GitHub takes 1 MiB a "
        "step; run threadlint in a step of its own",
        path);
  return {};
}

}  // namespace threadlint::cli
