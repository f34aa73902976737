// Version of the library and of its reports.
#pragma once

#define THREADLINT_VERSION "0.1.0"

namespace threadlint {

inline constexpr char kVersion[] = THREADLINT_VERSION;
// JSON report: raised when a name changes its meaning; new names do not raise it.
inline constexpr int kSchemaVersion = 1;

}  // namespace threadlint
