// Small text files that the user names, or that lie where they are looked for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::cli {

// Throws std::invalid_argument, "path: what is wrong", for one that cannot be read or that is
// longer than `most` MiB: it is no `what`.
std::string ReadTextFile(const std::string& path, size_t most, std::string_view what);

// The nearest file of that name, from the current directory upwards; empty if there is none.
// Throws std::invalid_argument where something else lies there: a directory, a FIFO.
std::string FindNearest(std::string_view name);

}  // namespace threadlint::cli
