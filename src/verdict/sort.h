// The order of findings in a report.
#pragma once

#include <threadlint/case.h>
#include <threadlint/finding.h>

#include <vector>

namespace threadlint::verdict {

// By case, date of the message meant, rule, place, fingerprint; findings without a case come last.
void Sort(std::vector<Finding>& findings, const Export& mail);

}  // namespace threadlint::verdict
