#include "cli/text_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace threadlint::cli {

std::string ReadTextFile(const std::string& path, size_t most, std::string_view what) {
  const auto fail = [&path](std::string_view why) {
    throw std::invalid_argument(fmt::format("{}: {}", path, why));
  };
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(std::strerror(errno));
  const std::unique_ptr<const int, void (*)(const int*)> closes(&file,
                                                                [](const int* f) { close(*f); });
  std::string text;
  while (true) {
    char buffer[size_t{16} << 10];
    const ssize_t got = read(file, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(std::strerror(errno));
    if (got == 0) return text;
    text.append(buffer, static_cast<size_t>(got));
    if (text.size() > most << 20) fail(fmt::format("longer than {} MiB: no {}", most, what));
  }
}

std::string FindNearest(std::string_view name) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::string path(name);
  for (fs::path folder = fs::current_path(error); !folder.empty(); folder = folder.parent_path()) {
    // A link that leads nowhere is a file that cannot be read.
    if (fs::exists(fs::symlink_status(folder / name, error))) {
      // Nobody asked for it by name: a FIFO would be waited on for ever.
      const fs::file_status what = fs::status(folder / name, error);
      if (fs::exists(what) && !fs::is_regular_file(what))
        throw std::invalid_argument(fmt::format("{}: not a file", path));
      return path;
    }
    if (folder == folder.root_path()) break;
    path.insert(0, "../");
  }
  return {};
}

}  // namespace threadlint::cli
