// Outlook's own formats: what to run to get mail out of them.
#pragma once

#include "source/sniff.h"

#include <string>

namespace threadlint::source {

// One sentence with a command line that can be pasted into a shell. `content` is kPst or kOle.
std::string ConversionHint(Content content, const std::string& path);

}  // namespace threadlint::source
