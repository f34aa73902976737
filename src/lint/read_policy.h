// What the options say of findings, understood.
#pragma once

#include "verdict/verdict.h"

#include <threadlint/lint.h>

namespace threadlint {

// Throws std::invalid_argument for what makes no sense.
verdict::Policy ReadPolicy(const Options& options);
verdict::SeverityTable ReadSeverities(const Options& options);

}  // namespace threadlint
