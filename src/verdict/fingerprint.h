// What names a finding in every run: suppressions and baselines know it by this.
#pragma once

#include <threadlint/report.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::verdict {

// The first 16 hexadecimal digits of a hash.
std::string ShortHash(std::string_view text);
bool IsShortHash(std::string_view text);  // looks like one

// A hash of the rule, the names of the messages it rests on, and its fact. 16 hexadecimal digits.
std::string FingerprintOf(const Finding& finding, const std::vector<std::string>& message_names);

// Names a mail as Finding::anchor does.
std::string AnchorOf(const Export& mail, MessageIndex message);

// Fills in fingerprint and anchor of all findings. Where several are about the same, the second and
// those behind it get one of their own, by their order in case and file.
void Fingerprint(Report& report);

}  // namespace threadlint::verdict
