// What was probably meant by a path that leads nowhere.
#pragma once

#include <string>

namespace threadlint::cli {

// "did you mean 'All mail.mbox'?"; empty if the path leads somewhere, or nothing is known better.
std::string PathHint(const std::string& path);

}  // namespace threadlint::cli
