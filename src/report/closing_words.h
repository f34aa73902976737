// What every report ends with.
#pragma once

#include <string_view>

namespace threadlint::report {

inline constexpr std::string_view kClosingWords =
    "Drawn from this export alone: mail, calls or chats that are not in it may change the picture. "
    "A changed address shows no intent. No findings does not mean handled well.";

}  // namespace threadlint::report
