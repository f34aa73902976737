// The rules behind a page's findings, explained.
#pragma once

#include <threadlint/report.h>

#include <span>
#include <string>

namespace threadlint::report {

// One <details> a rule of those findings, with the rule's id as anchor. Empty without findings.
std::string HtmlRules(std::span<const Finding* const> findings);

}  // namespace threadlint::report
