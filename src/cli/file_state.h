// What tells whether a mailbox is still the one that was read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace threadlint::cli {

struct FileState {
  uint64_t bytes = 0;
  int64_t modified_ns = 0;  // since 1970
  bool operator==(const FileState&) const = default;
};

// Of a file its size and modification time; of a folder the bytes of all files below it and the
// newest time of anything below it, so that new, changed, renamed and deleted mail shows. Nothing
// for what can be read only once (standard input, a FIFO) or cannot be read.
std::optional<FileState> StateOf(const std::string& path);

}  // namespace threadlint::cli
