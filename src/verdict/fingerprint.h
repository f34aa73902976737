// What names a finding in every run: suppressions and baselines know it by this.
#pragma once

#include <threadlint/report.h>

#include <string>
#include <vector>

namespace threadlint::verdict {

// A hash of the rule, the names of the messages it rests on, and its fact. 16 hexadecimal digits.
std::string FingerprintOf(const Finding& finding, const std::vector<std::string>& message_names);

// Fills in those of all findings.
void Fingerprint(Report& report);

}  // namespace threadlint::verdict
