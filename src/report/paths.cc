#include "report/paths.h"

#include "util/ascii.h"

#include <fmt/format.h>

#include <filesystem>
#include <iterator>

namespace threadlint::report {
namespace {

constexpr std::string_view kUnreserved = "-._~/";

}  // namespace

std::string HostPath(std::string_view path, std::string_view directory) {
  std::string normal = std::filesystem::path(path).lexically_normal().string();
  if (normal.empty()) return ".";
  std::string root = std::filesystem::path(directory).lexically_normal().string();
  if (root.empty() || root.front() != '/') return normal;
  if (root.back() != '/') root += '/';
  if (normal.starts_with(root) && normal.size() > root.size()) normal.erase(0, root.size());
  return normal;
}

std::string UriOf(std::string_view path, std::string_view directory) {
  const std::string shown = HostPath(path, directory);
  std::string out(shown.starts_with('/') ? "file://" : "");
  // All but what RFC 3986 leaves free: a colon would make a scheme of a first folder.
  for (const char c : shown) {
    if (util::IsAlnum(c) || kUnreserved.find(c) != std::string_view::npos) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace threadlint::report
