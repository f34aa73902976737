// --show, --fail-on and --min-confidence.
#pragma once

#include "config/options.h"
#include "config/settings.h"
#include "verdict/shown.h"

namespace threadlint::cli {

// What the options say, else what the settings say, else the default. Throws std::invalid_argument
// with a sentence that names the option or the line of the file, what is wrong and what it takes.
verdict::Shown ReadShown(const config::Values& values, const config::Settings& settings);

// The last of them, for commands that only see to it that the settings are right.
verdict::ConfidenceFloor ReadMinConfidence(const config::Values& values,
                                           const config::Settings& settings);

}  // namespace threadlint::cli
