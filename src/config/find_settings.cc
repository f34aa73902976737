// Finds and reads the file of settings.
#include "config/settings.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstddef>
#include <cstdlib>
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

bool IsThere(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) {
    // Nobody asked for it by name: a FIFO would be waited on for ever.
    if (!S_ISREG(status.st_mode)) throw SettingsError(path, 0, Without("not a file"));
    return true;
  }
  if (errno != ENOENT && errno != ENOTDIR)
    throw SettingsError(path, 0, Without(std::strerror(errno)));
  // A link that leads nowhere is a file that cannot be read.
  return lstat(path.c_str(), &status) == 0;
}

// Nothing is above it, or it cannot be told.
bool IsTop(const std::string& folder) {
  struct stat here {
  }, above{};
  if (stat(folder.empty() ? "." : folder.c_str(), &here) != 0) return true;
  if (stat((folder + "..").c_str(), &above) != 0) return true;
  return here.st_dev == above.st_dev && here.st_ino == above.st_ino;
}

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

FoundSettings FindSettings(std::string folder, const std::string& user_path) {
  FoundSettings out;
  if (!folder.empty() && !folder.ends_with('/')) folder += '/';
  for (size_t level = 0; level < kMostLevels; ++level) {
    out.looked_at.push_back(folder + std::string(kSettingsName));
    if (IsThere(out.looked_at.back())) {
      out.path = out.looked_at.back();
      return out;
    }
    if (IsTop(folder)) break;
    folder += "../";
  }
  if (user_path.empty()) return out;
  out.looked_at.push_back(user_path);
  if (IsThere(user_path)) out.path = user_path;
  return out;
}

std::string UserSettingsPath() {
  constexpr std::string_view kName = "/threadlint/threadlint.toml";
  const char* folder = std::getenv("XDG_CONFIG_HOME");
  if (folder != nullptr && *folder == '/') return folder + std::string(kName);
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return home + ("/.config" + std::string(kName));
}

}  // namespace threadlint::config
