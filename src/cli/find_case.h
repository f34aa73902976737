// The case that a user means.
#pragma once

#include "cli/arguments.h"

#include <threadlint/lint.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace threadlint::cli {

// The case with that id, with an id that begins so, or with a message of that Message-ID, as the
// mails have it or as redacted reports do. Works before and behind redaction. Without one, `error`
// says what is wrong with the name.
std::optional<uint32_t> FindCase(const Options& options, const Report& report,
                                 std::string_view name, std::string& error);

// Says on stderr why there is none, input that could not be read first; gives the exit status.
int TellNoCase(const Arguments& arguments, const Report& report, const std::string& error);

}  // namespace threadlint::cli
