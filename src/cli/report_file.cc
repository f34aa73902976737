#include "cli/report_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace threadlint::cli {

std::string Resolve(const std::string& path) {
  constexpr int kMostLinks = 40;  // as the kernel
  std::error_code error;
  std::filesystem::path target = std::filesystem::absolute(path, error);
  // Also a link that leads nowhere yet: weakly_canonical() would take it for the file itself.
  for (int i = 0; i < kMostLinks && std::filesystem::is_symlink(target, error); ++i)
    target = target.parent_path() / std::filesystem::read_symlink(target, error);
  const std::filesystem::path canonical = std::filesystem::weakly_canonical(target, error);
  return error ? path : canonical.string();
}

ReportFile::ReportFile(std::string path) : path_(std::move(path)) {
  if (path_.empty() || path_ == "-") {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  owned_ = true;
  struct stat info {};
  // What /dev/stdout and its kin lead to belongs to whoever opened it.
  const bool special = path_.starts_with("/dev/") || path_.starts_with("/proc/") ||
                       (stat(path_.c_str(), &info) == 0 && !S_ISREG(info.st_mode));
  // A link stays a link: the report goes to where it leads.
  if (!special) path_ = Resolve(path_);
  if (special) {
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    temporary_ = path_ + ".XXXXXX";
    descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
    if (descriptor_ >= 0) {
      const mode_t mask = umask(0);
      umask(mask);
      (void)fchmod(descriptor_, 0666 & ~mask);
    }
  }
  if (descriptor_ < 0) error_ = std::strerror(errno);
}

ReportFile::~ReportFile() {
  if (owned_ && descriptor_ >= 0) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void ReportFile::Write(std::string_view bytes) {
  while (error_.empty() && !bytes.empty()) {
    const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      closed_pipe_ = errno == EPIPE;
      error_ = std::strerror(errno);
      return;
    }
    bytes.remove_prefix(static_cast<size_t>(written));
  }
}

std::string ReportFile::Finish() {
  if (error_.empty() && !temporary_.empty()) {
    if (close(descriptor_) != 0) error_ = std::strerror(errno);
    descriptor_ = -1;
    if (error_.empty() && rename(temporary_.c_str(), path_.c_str()) != 0)
      error_ = std::strerror(errno);
    if (error_.empty()) temporary_.clear();
  }
  // `threadlint check … | head`: who read it has seen what he wanted.
  if (error_.empty() || closed_pipe_) return {};
  return fmt::format("cannot write the report to {}: {}", path_, error_);
}

}  // namespace threadlint::cli
