#include "cli/output_names.h"

#include "util/ascii.h"
#include "util/utf8.h"
#include "util/visible.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <sys/stat.h>

namespace threadlint::cli {
namespace {

constexpr std::string_view kName = "{name}", kNumber = "{n}";
// File systems take 255 bytes; a report that is not whole yet has seven more.
constexpr size_t kLongestName = 248;

// Begins with "{word}": its length, else 0.
size_t PlaceholderAt(std::string_view text) {
  const size_t end = text.find('}');
  if (!text.starts_with('{') || end == std::string_view::npos || end < 2) return 0;
  return std::ranges::all_of(text.substr(1, end - 1), util::IsAlnum) ? end + 1 : 0;
}

bool IsPlain(char c) {
  constexpr std::string_view kSigns = "-_.,=+@";
  return util::IsAlnum(c) || kSigns.find(c) != std::string_view::npos;
}

void AppendEscaped(std::string_view bytes, std::string& out) {
  for (const char c : bytes) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
}

std::string Replace(std::string_view pattern, std::string_view name, std::string_view number) {
  std::string out;
  while (!pattern.empty()) {
    const size_t length = PlaceholderAt(pattern);
    const std::string_view placeholder = pattern.substr(0, length);
    if (placeholder == kName) {
      out += name;
    } else if (placeholder == kNumber) {
      out += number;
    } else {
      out += pattern.front();
    }
    pattern.remove_prefix(std::max(length, size_t{1}));
  }
  return out;
}

// No report is made where nobody looks for it.
void CheckFolder(std::string_view pattern, size_t slash) {
  if (slash == std::string_view::npos) return;
  const std::string folder(pattern.substr(0, std::max(slash, size_t{1})));
  if (IsPattern(folder))
    throw std::invalid_argument(fmt::format(
        "{}: {{name}} and {{n}} stand in the name of the file, not in a folder's", pattern));
  struct stat info {};
  if (stat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return;
  throw std::invalid_argument(fmt::format("{}: there is no folder {}; make it first: mkdir -p {}",
                                          pattern, folder, folder));
}

}  // namespace

bool IsPattern(std::string_view path) {
  return path.find(kName) != std::string_view::npos || IsNumbered(path);
}

bool IsNumbered(std::string_view path) { return path.find(kNumber) != std::string_view::npos; }

void CheckPlaceholders(std::string_view pattern) {
  for (size_t at = 0; at < pattern.size(); ++at) {
    const std::string_view placeholder = pattern.substr(at, PlaceholderAt(pattern.substr(at)));
    if (!placeholder.empty() && placeholder != kName && placeholder != kNumber)
      throw std::invalid_argument(fmt::format(
          "{}: there is no {}; there are {{name}}, made from the mailbox's path, and {{n}}, its "
          "number",
          pattern, placeholder));
  }
}

std::string NameOfExport(std::string_view path) {
  if (path == "-") return "stdin";
  while (path.starts_with("./") && path.size() > 2) path.remove_prefix(2);
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  if (path.size() > 1 && path.starts_with('/')) path.remove_prefix(1);
  std::string out;
  for (size_t at = 0; at < path.size();) {
    size_t end = at;
    const char32_t code_point = util::DecodeUtf8(path, end);
    const std::string_view bytes = path.substr(at, end - at);
    constexpr char32_t kAsciiEnd = 0x80;
    if (bytes == "/") {
      out += '_';
    } else if (code_point < kAsciiEnd
                   ? IsPlain(bytes.front()) && (bytes != "." || at > 0)
                   : util::MakeVisible(bytes) == bytes && util::IsValidUtf8(bytes)) {
      out += bytes;
    } else {
      AppendEscaped(bytes, out);  // a dot in front too: no hidden file, no ".."
    }
    at = end;
  }
  return out;
}

std::vector<std::string> ExpandPattern(std::string_view pattern,
                                       const std::vector<std::string>& exports) {
  CheckPlaceholders(pattern);
  const size_t slash = pattern.rfind('/');
  CheckFolder(pattern, slash);
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : pattern.substr(0, slash + 1);
  const std::string_view file = pattern.substr(folder.size());
  const size_t digits = std::to_string(exports.size()).size();
  std::vector<std::string> out;
  std::map<std::string, size_t> first;  // who has that name
  for (size_t i = 0; i < exports.size(); ++i) {
    const std::string name =
        Replace(file, NameOfExport(exports[i]), fmt::format("{:0{}}", i + 1, digits));
    if (name.size() > kLongestName)
      throw std::invalid_argument(
          fmt::format("{}: the name for {} would have {} bytes, and {} is the most; {{n}} is "
                      "shorter",
                      pattern, exports[i], name.size(), kLongestName));
    const auto [same, added] = first.emplace(name, i);
    if (!added)
      throw std::invalid_argument(
          fmt::format("{}: {} and {} would both be {}; {{n}} tells them apart", pattern,
                      exports[same->second], exports[i], name));
    out.push_back(std::string(folder) + name);
  }
  return out;
}

}  // namespace threadlint::cli
