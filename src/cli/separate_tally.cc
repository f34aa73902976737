#include "cli/separate_tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace threadlint::cli {
namespace {

// From the best to the worst.
constexpr std::array kOrder = {kClean, kEmpty, kFindings, kIncomplete, kInterrupted};

}  // namespace

void SeparateTally::Add(ExitStatus status) {
  if (std::ranges::find(kOrder, status) > std::ranges::find(kOrder, status_)) status_ = status;
}

void SeparateTally::Add(ExitStatus status, ExitStatus found) {
  Add(status);
  switch (found) {
    case kFindings:
      ++with_findings_;
      break;
    case kEmpty:
      ++empty_;
      break;
    case kIncomplete:
      ++unread_;
      break;
    default:
      ++clean_;
  }
}

void SeparateTally::AddSkipped(ExitStatus status) {
  ++skipped_;
  Add(status, status);
}

std::string SeparateTally::Describe(size_t mailboxes) const {
  std::string out = fmt::format("{} mailbox{}", mailboxes, mailboxes == 1 ? "" : "es");
  const char* before = ": ";
  const auto add = [&](size_t count, std::string_view what) {
    if (count == 0) return;
    out += fmt::format("{}{} {}", before, count, what);
    before = ", ";
  };
  add(clean_, findings_ ? "clean" : "listed");
  add(with_findings_, "with findings at or above --fail-on");
  add(empty_, "with nothing to check");
  add(unread_, "could not be read whole");
  const size_t done = clean_ + with_findings_ + empty_ + unread_;
  if (done < mailboxes) add(mailboxes - done, "not reached");
  if (skipped_ > 0) out += fmt::format("; {} of them done before and skipped", skipped_);
  return out;
}

}  // namespace threadlint::cli
