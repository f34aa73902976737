// Options in the environment: THREADLINT_FAIL_ON=warning is --fail-on warning.
#pragma once

#include "config/values.h"

#include <span>
#include <string_view>

namespace threadlint::config {

// Reads "NAME=VALUE" entries. A variable that is empty counts as not set, as CI systems pass on
// what nobody filled in. Throws ValueError for a flag that is neither 1, true, 0 nor false, and
// std::invalid_argument for a name that is one slip away from that of an option; other names that
// begin so belong to somebody else (THREADLINT_VERSION of a script that installs the program).
Values ReadEnvironment(std::span<const std::string_view> entries);

}  // namespace threadlint::config
