// Input that can be read only once (stdin, FIFOs, devices), kept in a file without a name.
#pragma once

#include "source/file_stream.h"

#include <cstdint>
#include <memory>
#include <string>

namespace threadlint::source {

class Spool {
 public:
  Spool(FileHandle file, uint64_t size) : file_(std::move(file)), size_(size) {}
  int fd() const { return file_.get(); }  // for pread only: the position is shared
  uint64_t size() const { return size_; }

 private:
  FileHandle file_;
  uint64_t size_;
};

struct SpoolResult {
  std::shared_ptr<const Spool> spool;  // null if nothing could be kept
  bool limited = false;                // the input goes on behind `cap` bytes
  std::string error;                   // reading or writing failed; what came before is kept
};

// Copies `fd` to its end into an unlinked file in $TMPDIR (/tmp without one). A regular file at its
// start is not copied. `fd` stays open.
SpoolResult SpoolInput(int fd, uint64_t cap);

}  // namespace threadlint::source
