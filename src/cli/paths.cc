#include "cli/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>
#include <unordered_set>

namespace threadlint::cli {
namespace {

constexpr std::string_view kStdin = "-";

std::string ReadList(const std::string& path) {
  const auto fail = [&path](int error) {
    throw std::invalid_argument(
        fmt::format("--paths-from: {} cannot be read: {}", path, std::strerror(error)));
  };
  const int file = path == kStdin ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(errno);
  std::string out;
  for (;;) {
    char buffer[size_t{64} << 10];
    const ssize_t got = read(file, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    const int error = errno;
    if (got <= 0 && file != STDIN_FILENO) close(file);
    if (got < 0) fail(error);
    if (got == 0) return out;
    out.append(buffer, static_cast<size_t>(got));
  }
}

}  // namespace

std::vector<std::string> SplitPaths(std::string_view list) {
  const bool lines = list.find('\0') == std::string_view::npos;
  std::vector<std::string> out;
  while (!list.empty()) {
    const size_t end = std::min(list.find(lines ? '\n' : '\0'), list.size());
    std::string_view path = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (lines && path.ends_with('\r')) path.remove_suffix(1);
    if (!path.empty()) out.emplace_back(path);
  }
  return out;
}

std::vector<std::string> InputPaths(const Arguments& arguments, size_t others) {
  const std::vector<std::string> lists = arguments.values.List("paths-from");
  const auto named = arguments.positional.begin() + static_cast<std::ptrdiff_t>(others);
  std::vector<std::string> all(named, arguments.positional.end());
  if (all.empty() && lists.empty())
    throw std::invalid_argument(
        "PATH is missing: the mailboxes to read, '-' for standard input, or --paths-from FILE; how "
        "to "
        "get mail out of a mail program: man threadlint-export");
  for (const std::string& list : lists)
    for (std::string& path : SplitPaths(ReadList(list))) all.push_back(std::move(path));
  if (std::ranges::count(lists, kStdin) + (std::ranges::find(all, kStdin) != all.end() ? 1 : 0) > 1)
    throw std::invalid_argument(
        "--paths-from: standard input is the list already; it cannot be a mailbox or another list");
  std::vector<std::string> out;
  std::unordered_set<std::string> seen;
  for (std::string& path : all)
    if (seen.insert(path).second) out.push_back(std::move(path));
  return out;
}

}  // namespace threadlint::cli
