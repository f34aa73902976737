// Text of strangers made safe for a terminal: what could act or hide is shown instead.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::util {

// Control characters (C0, DEL, C1), ANSI/OSC introducers, bidirectional overrides and isolates,
// zero-width characters, line and paragraph separators, tags and invalid UTF-8 become visible
// escapes: \x1b, \u202e. Tab becomes a blank. `keep_newlines` leaves LF alone. Idempotent on its
// own output except that a backslash is left as it is.
std::string MakeVisible(std::string_view s, bool keep_newlines = false);

// What the log readers of build services take for a command to them is shown instead: "::" that a
// line may begin with (GitHub, whatever blanks are before it), "##[" and "##vso[" anywhere (GitHub
// of old, Azure). The colon or hash becomes an escape as above.
std::string DisarmCommands(std::string text);

}  // namespace threadlint::util
