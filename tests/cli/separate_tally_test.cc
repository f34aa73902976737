#include "cli/separate_tally.h"

#include <doctest/doctest.h>

namespace threadlint::cli {
namespace {

TEST_CASE("the worst of the single calls is the status of all") {
  SeparateTally tally(true);
  CHECK(tally.status() == kClean);
  for (const ExitStatus status : {kClean, kEmpty, kFindings, kIncomplete, kInterrupted}) {
    tally.Add(status);
    CHECK(tally.status() == status);
  }
  tally.Add(kClean);
  CHECK(tally.interrupted());
}

TEST_CASE("what the user forgives is counted as what it is") {
  SeparateTally tally(true);
  tally.Add(kClean, kClean);
  tally.Add(kClean, kFindings);
  tally.Add(kClean, kEmpty);
  tally.Add(kClean, kIncomplete);
  CHECK(tally.status() == kClean);
  CHECK(tally.Describe(5) ==
        "5 mailboxes: 1 clean, 1 with findings at or above --fail-on, 1 with nothing to check, 1 "
        "could not be read whole, 1 not reached");
}

TEST_CASE("what an earlier run did counts") {
  SeparateTally tally(false);
  tally.AddSkipped(kEmpty);
  tally.Add(kClean, kClean);
  CHECK(tally.status() == kEmpty);
  CHECK(tally.Describe(2) ==
        "2 mailboxes: 1 listed, 1 with nothing to check; 1 of them done before and skipped");
}

}  // namespace
}  // namespace threadlint::cli
