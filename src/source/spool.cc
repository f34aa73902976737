#include "source/spool.h"

#include "util/write_all.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace threadlint::source {
namespace {

FileHandle OpenUnnamed(std::string& error) {
  const char* dir = std::getenv("TMPDIR");
  const std::string folder = dir != nullptr && *dir != '\0' ? dir : "/tmp";
#ifdef O_TMPFILE
  const int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0) return FileHandle(fd);
#endif
  // File systems without O_TMPFILE (overlay, NFS).
  std::string name = folder + "/threadlint-XXXXXX";
  FileHandle file(::mkostemp(name.data(), O_CLOEXEC));
  if (file) {
    ::unlink(name.c_str());
  } else {
    error = folder + ": " + ErrorText(errno);
  }
  return file;
}

bool WriteFully(int fd, const char* data, size_t size, std::string& error) {
  const int failed = util::WriteAll(fd, {data, size});
  if (failed != 0) error = "temporary file: " + ErrorText(failed);
  return failed == 0;
}

// Bytes read; 0 at the end; -1 on an error. Waits where the descriptor does not block.
ssize_t ReadSome(int fd, std::vector<char>& buffer) {
  while (true) {
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got >= 0 || (errno != EINTR && errno != EAGAIN)) return got;
    if (errno == EAGAIN) {
      pollfd wait{fd, POLLIN, 0};
      ::poll(&wait, 1, -1);
    }
  }
}

}  // namespace

SpoolResult SpoolInput(int fd, uint64_t cap) {
  SpoolResult result;
  struct stat status {};
  if (::fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && ::lseek(fd, 0, SEEK_CUR) == 0) {
    const int copy = ::fcntl(fd, F_DUPFD_CLOEXEC, 3);
    if (copy >= 0) {
      result.spool =
          std::make_shared<Spool>(FileHandle(copy), static_cast<uint64_t>(status.st_size));
      return result;
    }
  }
  FileHandle file = OpenUnnamed(result.error);
  if (!file) return result;
  std::vector<char> buffer(size_t{256} << 10);
  uint64_t size = 0;
  while (true) {
    const ssize_t got = ReadSome(fd, buffer);
    if (got == 0) break;
    if (got < 0) {
      result.error = ErrorText(errno);
      break;
    }
    uint64_t take = static_cast<uint64_t>(got);
    if (take > cap - size) {
      take = cap - size;
      result.limited = true;
    }
    if (!WriteFully(file.get(), buffer.data(), static_cast<size_t>(take), result.error)) break;
    size += take;
    if (result.limited) break;
  }
  result.spool = std::make_shared<Spool>(std::move(file), size);
  return result;
}

}  // namespace threadlint::source
