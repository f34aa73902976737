#include "util/shell_word.h"

#include "util/ascii.h"

#include <algorithm>
#include <string_view>

namespace threadlint::util {
namespace {

bool IsPlain(char c) {
  return IsAlnum(c) || std::string_view("_-./+=:,@%").find(c) != std::string_view::npos;
}

}  // namespace

std::string ShellWord(const std::string& path) {
  std::string safe = path.starts_with('-') ? "./" + path : path;
  if (!safe.empty() && std::all_of(safe.begin(), safe.end(), IsPlain)) return safe;
  std::string word = "'";
  for (const char c : safe) {
    if (c == '\'') {
      word += "'\\''";
    } else {
      word += c;
    }
  }
  return word + "'";
}

}  // namespace threadlint::util
