#include "cli/file_state.h"

#include <algorithm>
#include <cerrno>
#include <fts.h>
#include <memory>
#include <sys/stat.h>

namespace threadlint::cli {
namespace {

constexpr int64_t kNsPerSecond = 1'000'000'000;

int64_t ModifiedNs(const struct stat& info) {
  return int64_t{info.st_mtim.tv_sec} * kNsPerSecond + info.st_mtim.tv_nsec;
}

std::optional<FileState> StateOfFolder(const std::string& path) {
  std::string root = path;
  char* const roots[] = {root.data(), nullptr};
  // Links are followed, as by the walk that looks for mail.
  const std::unique_ptr<FTS, int (*)(FTS*)> walk(
      fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, nullptr), fts_close);
  if (walk == nullptr) return std::nullopt;
  FileState out;
  for (;;) {
    errno = 0;
    const FTSENT* entry = fts_read(walk.get());
    if (entry == nullptr) {
      if (errno != 0) return std::nullopt;
      return out;
    }
    switch (entry->fts_info) {
      case FTS_F:
        out.bytes += static_cast<uint64_t>(entry->fts_statp->st_size);
        [[fallthrough]];
      case FTS_D:
        out.modified_ns = std::max(out.modified_ns, ModifiedNs(*entry->fts_statp));
        break;
      case FTS_DNR:
      case FTS_ERR:
        return std::nullopt;
      default:  // behind a folder, a link that leads nowhere or around in a circle
        break;
    }
  }
}

}  // namespace

std::optional<FileState> StateOf(const std::string& path) {
  struct stat info {};
  if (path == "-" || stat(path.c_str(), &info) != 0) return std::nullopt;
  if (S_ISDIR(info.st_mode)) return StateOfFolder(path);
  if (!S_ISREG(info.st_mode)) return std::nullopt;
  return FileState{static_cast<uint64_t>(info.st_size), ModifiedNs(info)};
}

}  // namespace threadlint::cli
