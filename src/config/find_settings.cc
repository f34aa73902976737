// Finds and reads the file of settings.
#include "config/settings.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace threadlint::config {
namespace {

constexpr size_t kMostBytes = size_t{1} << 20;
constexpr size_t kMostLevels = 512;

// A file that the user did not name himself: he is told how to do without.
std::string Without(std::string_view what) {
  return fmt::format("{} (--no-config does without)", what);
}

class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : value(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (value >= 0) close(value);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  const int value;
};

}  // namespace

Settings ReadSettings(const std::string& path) {
  const auto fail = [&] { throw SettingsError(path, 0, std::strerror(errno)); };
  const Descriptor file(path);
  if (file.value < 0) fail();
  std::string text;
  while (true) {
    char buffer[size_t{16} << 10];
    const ssize_t got = read(file.value, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail();
    if (got == 0) break;
    text.append(buffer, static_cast<size_t>(got));
    if (text.size() > kMostBytes)
      throw SettingsError(path, 0, "longer than 1 MiB: no configuration");
  }
  return ParseSettings(text, path);
}

std::string FindSettings(std::string folder) {
  if (!folder.empty() && !folder.ends_with('/')) folder += '/';
  for (size_t level = 0; level < kMostLevels; ++level) {
    std::string path = folder + std::string(kSettingsName);
    struct stat status {};
    if (stat(path.c_str(), &status) == 0) return path;
    // A link that leads nowhere is a file that cannot be read.
    if (errno != ENOENT && errno != ENOTDIR)
      throw SettingsError(path, 0, Without(std::strerror(errno)));
    if (lstat(path.c_str(), &status) == 0) return path;
    struct stat here {
    }, above{};
    if (stat(folder.empty() ? "." : folder.c_str(), &here) != 0) return {};
    folder += "../";
    if (stat(folder.c_str(), &above) != 0) return {};
    if (here.st_dev == above.st_dev && here.st_ino == above.st_ino) return {};
  }
  return {};
}

}  // namespace threadlint::config
