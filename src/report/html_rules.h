// The rules behind a page's findings, explained.
#pragma once

#include <threadlint/report.h>

#include <string>

namespace threadlint::report {

// One <details> a rule that found something, with the rule's id as anchor. Empty without findings.
std::string HtmlRules(const Report& report);

}  // namespace threadlint::report
