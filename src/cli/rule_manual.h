// The rule documents as a manual page of section 7.
#pragma once

#include <threadlint/rule.h>

#include <span>
#include <string>

namespace threadlint::cli {

// mdoc(7). The documents' prose is taken, their examples, which are whole mailboxes, are not:
// 'threadlint rule ID' shows them.
std::string RuleManual(std::span<const RuleInfo> rules);

}  // namespace threadlint::cli
