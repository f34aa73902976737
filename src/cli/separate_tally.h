// How many mailboxes of an audit came to what.
#pragma once

#include "cli/exit_status.h"

#include <cstddef>
#include <string>

namespace threadlint::cli {

class SeparateTally {
 public:
  // `findings`: they are looked for (check, not cases).
  explicit SeparateTally(bool findings) : findings_(findings) {}

  // The exit status of one mailbox, and what it would be if the user forgave nothing.
  void Add(ExitStatus status, ExitStatus found);
  // The status that an earlier run noted.
  void AddSkipped(ExitStatus status);
  // No mailbox, but the whole came to this.
  void Add(ExitStatus status);
  void Interrupt() { Add(kInterrupted); }

  bool interrupted() const { return status_ == kInterrupted; }
  // The worst: 130, 3, 1, 4, 0.
  ExitStatus status() const { return status_; }
  // "2,000 mailboxes: 1,950 clean, 40 with findings, …".
  std::string Describe(size_t mailboxes) const;

 private:
  bool findings_;
  ExitStatus status_ = kClean;
  size_t clean_ = 0, with_findings_ = 0, empty_ = 0, unread_ = 0, skipped_ = 0;
};

}  // namespace threadlint::cli
