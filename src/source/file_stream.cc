#include "source/file_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace threadlint::source {

std::string ErrorText(int error_number) {
  const char* text = strerrordesc_np(error_number);
  return text != nullptr ? text : "error " + std::to_string(error_number);
}

FileHandle::~FileHandle() {
  if (fd_ >= 0) ::close(fd_);
}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

FileHandle OpenForReading(const std::string& path, std::string& error) {
  int fd = -1;
  do {
    fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0) error = ErrorText(errno);
  return FileHandle(fd);
}

FileHandle OpenBlocking(const std::string& path) {
  int fd = -1;
  do {
    fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  } while (fd < 0 && errno == EINTR);
  return FileHandle(fd);
}

ReadResult ReadFully(int fd, uint64_t offset, std::span<char> out, uint64_t end) {
  ReadResult result;
  while (result.bytes < out.size()) {
    const size_t want = std::min<size_t>(out.size() - result.bytes, size_t{1} << 30);
    const ssize_t got =
        ::pread(fd, out.data() + result.bytes, want, static_cast<off_t>(offset + result.bytes));
    if (got == 0) break;
    if (got < 0) {
      if (errno == EINTR) continue;
      result.error = ErrorText(errno);
      break;
    }
    result.bytes += static_cast<size_t>(got);
    if (offset + result.bytes == end) break;
  }
  return result;
}

FileStream::FileStream(FileHandle handle) : FileStream(handle.get()) {
  handle_ = std::move(handle);
}

FileStream::FileStream(int fd) : fd_(fd) {
  struct stat status {};
  if (::fstat(fd_, &status) == 0 && status.st_size > 0) {
    size_ = static_cast<uint64_t>(status.st_size);
  }
}

ReadResult FileStream::ReadAt(uint64_t offset, std::span<char> out) {
  return ReadFully(fd_, offset, out, size_);
}

}  // namespace threadlint::source
