// "2 errors, 1 warning, 0 notes", as headings say it.
#pragma once

#include <threadlint/report.h>

#include <string>

namespace threadlint::report {

std::string CountFindings(const Report& report);

// What was found but is not in the report, or known before: a sentence each; empty: neither.
std::string FindingsAside(const Report& report);

}  // namespace threadlint::report
