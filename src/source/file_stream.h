// A regular file as a ByteStream, read with pread.
#pragma once

#include "source/byte_stream.h"

#include <memory>
#include <string>

namespace threadlint::source {

// Owns a file descriptor.
class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int fd) : fd_(fd) {}
  ~FileHandle();
  FileHandle(FileHandle&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  FileHandle& operator=(FileHandle&& other) noexcept;
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;

  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

// Opens for reading, without waiting at a FIFO. On failure `error` is set.
FileHandle OpenForReading(const std::string& path, std::string& error);

// Opens for reading and waits for the writer of a FIFO. On failure errno says why.
FileHandle OpenBlocking(const std::string& path);

// pread() until `out` is full, the end, or an error that is not an interruption. Bytes up to `end`,
// if it is known, are all there are: the call that would only say so is saved, which is one of two
// for each message of a Maildir.
ReadResult ReadFully(int fd, uint64_t offset, std::span<char> out, uint64_t end = UINT64_MAX);

// The stream does not own the descriptor unless `handle` is given.
class FileStream final : public ByteStream {
 public:
  explicit FileStream(FileHandle handle);
  explicit FileStream(int fd);
  ReadResult ReadAt(uint64_t offset, std::span<char> out) override;
  bool Seekable() const override { return true; }
  std::optional<uint64_t> Size() const override { return size_; }

 private:
  FileHandle handle_;
  int fd_;
  uint64_t size_ = 0;  // when it was opened
};

// "No such file or directory" and the like, the same in every locale.
std::string ErrorText(int error_number);

}  // namespace threadlint::source
