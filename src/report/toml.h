// Text for a TOML file.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::report {

// A basic string of TOML 1.0 in its quotes; what acts on a terminal or hides from the eye is
// escaped. Empty if the text is no UTF-8: TOML cannot say it then.
std::string TomlString(std::string_view text);

}  // namespace threadlint::report
