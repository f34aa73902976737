// What the program's exit status says.
#pragma once

namespace threadlint::cli {

enum ExitStatus : int {
  kClean = 0,  // nothing at or above --fail-on
  kFindings = 1,
  kUsage = 2,       // wrong command line or configuration
  kIncomplete = 3,  // some input could not be read, or a report not be written
  kEmpty = 4,       // nothing to check
  kInterrupted = 130,
};

}  // namespace threadlint::cli
