// Paths as code hosts want them: they look for the file in the checkout.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::report {

// Without "./" and detours; absolute paths below `directory` relative to it (empty: as they are).
std::string HostPath(std::string_view path, std::string_view directory);

// The same as a URI reference (RFC 3986): a relative one, or "file:///…". Never empty.
std::string UriOf(std::string_view path, std::string_view directory);

}  // namespace threadlint::report
