#include "cli/report_file.h"

#include "util/write_all.h"

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

namespace {

// What /dev/stdout and its kin lead to belongs to whoever opened it.
bool LeadsToDevice(const std::string& path) {
  struct stat info {};
  return path.starts_with("/dev/") || path.starts_with("/proc/") ||
         (stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode));
}

// Can only be read by setting it, which no two threads may do at a time.
mode_t FileMode() {
  static const mode_t mask = [] {
    const mode_t out = umask(0);
    umask(out);
    return out;
  }();
  return 0666 & ~mask;
}

}  // namespace

bool IsWhole(const std::string& path) {
  return !path.empty() && path != "-" && !LeadsToDevice(path);
}

ReportFile::ReportFile(std::string path) : path_(std::move(path)) {
  if (path_.empty() || path_ == "-") {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  owned_ = true;
  const bool special = LeadsToDevice(path_);
  // A link stays a link: the report goes to where it leads.
  if (!special) path_ = Resolve(path_);
  if (special) {
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    temporary_ = path_ + ".XXXXXX";
    descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
    if (descriptor_ >= 0) (void)fchmod(descriptor_, FileMode());
  }
  if (descriptor_ < 0) error_ = std::strerror(errno);
}

ReportFile::~ReportFile() {
  if (owned_ && descriptor_ >= 0) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void ReportFile::Write(std::string_view bytes) {
  if (!error_.empty()) return;
  const int error = util::WriteAll(descriptor_, bytes);
  if (error == 0) return;
  closed_pipe_ = error == EPIPE;
  error_ = std::strerror(error);
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
