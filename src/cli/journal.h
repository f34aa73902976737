// The file of --skip-done: which mailboxes are done, so that an audit that was cut off goes on
// where it was.
#pragma once

#include "cli/exit_status.h"
#include "cli/file_state.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace threadlint::cli {

// Text with its first line "threadlint journal 1", then a line a mailbox: exit status, bytes,
// modification time and path, with tabs between them. The last line of a path counts.
class Journal {
 public:
  // Opens or makes the file, and keeps others from it. What a kill left of a last line goes. Throws
  // std::invalid_argument if it is another audit's (`audit` names version and configuration), no
  // journal or in use, std::system_error if it cannot be read.
  Journal(const std::string& path, const std::string& audit);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // The exit status that it ended with; nothing if it is to be read (again): it is not in the
  // journal, has changed since, or could not be read (status 3).
  std::optional<ExitStatus> Done(const std::string& mailbox) const;
  // Only for what has a state. Throws std::system_error.
  void Add(const std::string& mailbox, const FileState& state, ExitStatus status);

 private:
  struct Entry {
    int status = 0;
    FileState state;
  };
  void Read(std::string_view text, const std::string& audit);
  void Append(std::string_view line);

  std::string path_;
  int descriptor_ = -1;
  std::map<std::string, Entry> entries_;  // by path as written
};

// One line of printable text, also for paths that are not: "\t" is a tab, "\xff" a byte.
std::string EscapePath(std::string_view path);

}  // namespace threadlint::cli
