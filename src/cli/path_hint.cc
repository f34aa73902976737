#include "cli/path_hint.h"

#include "config/suggest.h"
#include "util/ascii.h"
#include "util/shell_word.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace threadlint::cli {
namespace {

namespace fs = std::filesystem;

// "C:\Users\kim\mail.mbox" as WSL names it; empty for a path without a drive.
std::string HintOfDrive(const std::string& path) {
  if (path.size() < 3 || !util::IsAlpha(path[0]) || path[1] != ':') return {};
  if (path[2] != '\\' && path[2] != '/')
    return "the shell took the \\ out of this path of Windows: put it between ' and '";
  std::string here =
      fmt::format("/mnt/{}{}", util::ToLower(path[0]), std::string_view(path).substr(2));
  std::ranges::replace(here, '\\', '/');
  return fmt::format("in WSL drive {}: is /mnt/{}: {}", util::ToUpper(path[0]),
                     util::ToLower(path[0]), util::ShellWord(here));
}

std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code error;
  fs::directory_iterator at(folder.empty() ? fs::path(".") : folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error))
    out.push_back(at->path().filename().string());
  std::ranges::sort(out);
  return out;
}

}  // namespace

std::string PathHint(const std::string& path) {
  std::error_code error;
  if (path.empty() || fs::exists(fs::symlink_status(path, error))) return {};
  if (std::string drive = HintOfDrive(path); !drive.empty()) return drive;
  if (path.starts_with("~/")) return "the shell knows ~ only outside of quotes: ~/'Name of a file'";
  const fs::path typed(path);
  const std::string name = typed.filename().string();
  if (name.empty()) return {};
  const std::vector<std::string> names = NamesIn(typed.parent_path());
  const auto as_typed = [&](std::string_view found) {
    return util::ShellWord((typed.parent_path() / found).string());
  };
  for (const std::string& found : names)
    if (found.starts_with(name + ' '))
      return fmt::format("a name with blanks goes between quotes: {}", as_typed(found));
  for (const std::string& found : names)
    if (util::EqualsIgnoreCase(found, name))
      return fmt::format("did you mean {}?", as_typed(found));
  const std::vector<std::string_view> known(names.begin(), names.end());
  if (const std::string_view near = config::Suggest(name, known); !near.empty())
    return fmt::format("did you mean {}?", as_typed(near));
  return {};
}

}  // namespace threadlint::cli
