#include "cli/wording_files.h"

#include "cli/text_file.h"
#include "facts/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <sys/stat.h>

namespace threadlint::cli {
namespace {

constexpr std::string_view kEnding = ".wording";

std::string ReadFile(const std::string& path) { return ReadTextFile(path, 1, "wording file"); }

[[noreturn]] void Fail(std::string_view path, std::string_view what) {
  throw std::invalid_argument(fmt::format("{}: {}", path, what));
}

std::vector<std::string> NamesIn(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(opendir(folder.c_str()), closedir);
  if (entries == nullptr) Fail(folder, std::strerror(errno));
  std::vector<std::string> out;
  while (const dirent* entry = readdir(entries.get())) {
    const std::string_view name = entry->d_name;
    if (name.ends_with(kEnding) && !name.starts_with('.')) out.emplace_back(name);
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> ReadWordingFiles(const std::string& path) {
  if (path.empty()) throw std::invalid_argument("the name of a file or directory is missing");
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) Fail(path, std::strerror(errno));
  std::vector<std::pair<std::string, std::string>> out;
  if (!S_ISDIR(status.st_mode)) {
    out.emplace_back(path, ReadFile(path));
    return out;
  }
  for (const std::string& name : NamesIn(path)) {
    std::string file = path;
    if (!path.ends_with('/')) file += '/';
    file += name;
    std::string text = ReadFile(file);
    out.emplace_back(std::move(file), std::move(text));
  }
  if (out.empty()) Fail(path, "there is no file in it whose name ends in .wording");
  return out;
}

std::vector<std::pair<std::string, std::string>> WordingFiles(const config::Values& values) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const config::Value& path : values.All("wording")) try {
      for (auto& file : ReadWordingFiles(path.text))
        // What is named twice is read once.
        if (std::ranges::find(out, file.first, &std::pair<std::string, std::string>::first) ==
            out.end())
          out.push_back(std::move(file));
    } catch (const std::invalid_argument& error) {
      throw config::ValueError("wording", path.origin, error.what());
    }
  return out;
}

std::vector<std::string> ReadLanguages(
    const config::Values& values, const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<std::string> out;
  for (const config::Value& code : values.All("languages")) try {
      facts::CheckLanguage(code.text, files);
      out.push_back(code.text);
    } catch (const std::invalid_argument& error) {
      throw config::ValueError("languages", code.origin, error.what());
    }
  return out;
}

}  // namespace threadlint::cli
