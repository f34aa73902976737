#include "source/needs_conversion.h"

#include "util/ascii.h"

#include <algorithm>
#include <string_view>

namespace threadlint::source {
namespace {

bool IsPlain(char c) {
  return util::IsAlnum(c) || std::string_view("_-./+=:,@%").find(c) != std::string_view::npos;
}

// Quoted for a POSIX shell, and never mistaken for an option.
std::string ShellWord(const std::string& path) {
  std::string safe = path.starts_with('-') ? "./" + path : path;
  if (std::all_of(safe.begin(), safe.end(), IsPlain)) return safe;
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

}  // namespace

std::string ConversionHint(Content content, const std::string& path) {
  if (content == Content::kPst) {
    return "Outlook mailbox: run  mkdir -p OUT && readpst -o OUT -j 0 " + ShellWord(path) +
           "  and give OUT instead";
  }
  return "Outlook message: run  msgconvert " + ShellWord(path) +
         "  and give the .eml file that it writes";
}

}  // namespace threadlint::source
