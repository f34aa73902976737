// Strings of SARIF's message objects, in which brackets and braces mean something.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::report {

// A sentence of ours that may hold text of mails: nothing in it hides, is a link or a placeholder.
std::string SarifText(std::string_view text);

// Text of ours alone; braces are doubled, as SARIF wants them.
std::string SarifOwnText(std::string_view text);

}  // namespace threadlint::report
