// The keys of .threadlint.toml as threadlint.toml(5) lists them.
#pragma once

#include <string>

namespace threadlint::test {

// A list of every option that may stand in the file, as mdoc(7).
std::string KeyList();

}  // namespace threadlint::test
