// What the user accepted before: threadlint.ignore and the baseline, as files.
#pragma once

#include "cli/arguments.h"

#include <threadlint/lint.h>

#include <string>

namespace threadlint::cli {

inline constexpr std::string_view kIgnoreName = "threadlint.ignore";
inline constexpr size_t kMostBaseline = 256;  // MiB

// The files of --ignore-file, else the nearest threadlint.ignore; none with --no-suppressions. The
// day is that of --today, else of SOURCE_DATE_EPOCH, else of the clock. Throws
// std::invalid_argument.
void AddSuppressions(const Arguments& arguments, Options& out);

// The file of --baseline, if it is given. Throws std::invalid_argument.
void AddBaseline(const Arguments& arguments, Options& out);

// Names suppressions that are of no use any more on stderr. Not where a text report is written,
// which lists them.
void ComplainOfEntries(const Arguments& arguments, const Report& report);

}  // namespace threadlint::cli
