// What a report says of the exit status, in words for stderr.
#pragma once

#include "cli/exit_status.h"
#include "config/values.h"

#include <threadlint/report.h>

#include <string>
#include <vector>

namespace threadlint::cli {

struct Outcome {
  ExitStatus status = kClean;
  std::vector<std::string> trouble;  // "PATH: what is wrong with it", also where it is accepted
  std::string why;                   // of the status; empty if it is kClean
  std::string hint;                  // what to do if that is no trouble to the user
};

// By the state of the input, --allow-partial and --allow-empty.
Outcome JudgeInput(const config::Values& values, const Report& report);
// By the findings, --exit-zero.
Outcome JudgeFindings(const config::Values& values, const Report& report);

// "why: exit status 3 (hint)".
std::string Describe(const Outcome& outcome);

}  // namespace threadlint::cli
