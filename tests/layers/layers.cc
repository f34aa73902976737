#include "layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace threadlint::layers {
namespace {

constexpr size_t kMostLines = 500;
constexpr size_t kMostPublicLines = 150;
constexpr size_t kMedianLines = 120;
constexpr std::string_view kReason = "Long because ";  // in a comment at the top of a longer file

struct Module {
  std::string_view name;
  std::string_view may_include;  // besides itself and util, separated by spaces
};
constexpr Module kModules[] = {
    {"util", ""},
    {"source", ""},
    {"mail", ""},
    {"cases", "mail"},
    {"facts", "mail"},
    {"rules", "mail cases facts"},
    {"verdict", "rules cases"},
    {"report", "verdict rules cases"},
    {"config", ""},
    {"lint", "source mail cases facts rules verdict report"},
    {"cli", "source mail cases facts rules verdict report config lint"},
};

struct PublicHeader {
  std::string_view name;
  std::string_view owner;
};
constexpr PublicHeader kPublicHeaders[] = {
    {"report.h", "verdict"}, {"message.h", "mail"},  {"string_pool.h", "mail"},
    {"break.h", "cases"},    {"exhibit.h", "cases"}, {"case.h", "cases"},
    {"fact.h", "facts"},     {"finding.h", "rules"}, {"rule.h", "rules"},
    {"lint.h", "lint"},      {"version.h", "util"},  {"signature.h", "mail"},
};

struct ThirdParty {
  std::string_view prefix;
  std::string_view module;  // empty: any
};
constexpr ThirdParty kThirdParty[] = {
    {"fmt/", ""},
    {"boost/", "util"},
    {"re2/", "util"},
    {"unicode/", "util"},
    {"openssl/", "util"},
    {"archive.h", "source"},
    {"mimetic/", "mail"},
    {"archive_entry.h", "source"},
    {"pugixml.hpp", "report"},
    {"toml++/", "config"},
    {"CLI/", "cli"},
    {"nlohmann/", "report"},
    {"rapidjson/", "report"},
};

// Headers with a ".h" or a '/' that belong to the system; <vector> and its like have neither.
constexpr std::string_view kSystemHeaders[] = {
    "dirent.h", "emmintrin.h", "errno.h", "fcntl.h", "fts.h",     "poll.h",
    "malloc.h", "signal.h",    "spawn.h", "sys/",    "termios.h", "unistd.h",
};

constexpr std::string_view kTopLevel[] = {
    "CMakeLists.txt",
    "CMakePresets.json",
    "LICENSE",
    "README.md",
    "quickstart",
    "include",
    "src",
    "testdata",
    "tests",
    "man",
};

bool HasWord(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

const Module* FindModule(std::string_view name) {
  const auto* it = std::find_if(std::begin(kModules), std::end(kModules),
                                [&](const Module& module) { return module.name == name; });
  return it == std::end(kModules) ? nullptr : it;
}

std::string_view OwnerOfPublicHeader(std::string_view name) {
  for (const PublicHeader& header : kPublicHeaders) {
    if (header.name == name) return header.owner;
  }
  return "";
}

std::string_view FirstFolder(std::string_view path) {
  const size_t slash = path.find('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

bool EndsWith(std::string_view text, std::string_view end) { return text.ends_with(end); }

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// What an #include line names, with its opening '"' or '<'; empty for other lines.
std::string_view Included(std::string_view line) {
  const auto skip_blanks = [&] {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  };
  skip_blanks();
  if (!line.starts_with('#')) return "";
  line.remove_prefix(1);
  skip_blanks();
  if (!line.starts_with("include")) return "";
  line.remove_prefix(7);
  skip_blanks();
  if (line.empty() || (line[0] != '"' && line[0] != '<')) return "";
  const size_t end = line.find(line[0] == '"' ? '"' : '>', 1);
  return end == line.npos ? "" : line.substr(0, end);
}

// What is wrong with including `header` (with its opening character) from a file of `module`.
std::string CheckInclude(std::string_view header, const Module& module, bool is_public) {
  const bool quoted = header[0] == '"';
  const std::string_view name = header.substr(1);
  if (name.find("..") != name.npos) return "includes by a path with '..'";
  std::string_view other;
  if (name.starts_with("threadlint/")) {
    other = OwnerOfPublicHeader(name.substr(11));
    if (other.empty()) return fmt::format("{} is a public header of no module", name);
  } else if (quoted) {
    other = name.find('/') == name.npos ? module.name : FirstFolder(name);
    if (FindModule(other) == nullptr) return fmt::format("{} is in no module", name);
    if (is_public) return fmt::format("a public header includes {} of src", name);
  } else {
    for (const ThirdParty& third : kThirdParty) {
      if (!name.starts_with(third.prefix)) continue;
      if (is_public) return fmt::format("a public header includes {}", name);
      if (third.module.empty() || third.module == module.name) return "";
      return fmt::format("{} belongs to {} alone", name, third.module);
    }
    const bool is_standard = name.find_first_of("./") == name.npos;
    const bool is_system =
        std::any_of(std::begin(kSystemHeaders), std::end(kSystemHeaders),
                    [&](std::string_view system) { return name.starts_with(system); });
    return is_standard || is_system ? "" : fmt::format("{} is fenced in no module", name);
  }
  if (other == module.name || other == "util" || HasWord(module.may_include, other)) return "";
  return fmt::format("{} may not include {} of {}", module.name, name, other);
}

bool IsSnakeCase(std::string_view name) {
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == name.npos;
}

}  // namespace

std::vector<std::string> CheckFile(const SourceFile& file) {
  std::vector<std::string> complaints;
  const auto complain = [&](std::string_view what) {
    complaints.push_back(fmt::format("{}: {}", file.path, what));
  };
  const std::string_view path = file.path;
  const bool is_header = EndsWith(path, ".h");
  const bool is_public = path.starts_with("include/threadlint/");
  const std::string_view base = path.substr(path.rfind('/') + 1);
  const std::string_view module_name =
      is_public ? OwnerOfPublicHeader(base) : FirstFolder(path.substr(path.find('/') + 1));
  const Module* module = FindModule(module_name);
  if (module == nullptr) {
    complain(is_public ? "a public header that no module owns" : "in no module");
    return complaints;
  }
  if (!IsSnakeCase(base)) complain("its name is not snake_case");

  const std::vector<std::string_view> lines = Lines(file.text);
  const size_t top = std::min<size_t>(lines.size(), 5);
  const bool has_reason =
      std::any_of(lines.begin(), lines.begin() + static_cast<ptrdiff_t>(top),
                  [](std::string_view line) { return line.find(kReason) != line.npos; });
  const size_t most = is_public ? kMostPublicLines : kMostLines;
  if (lines.size() > most && (is_public || !has_reason)) {
    complain(fmt::format("{} lines, at most {}{}", lines.size(), most,
                         is_public ? "" : fmt::format(" without \"{}…\" at its top", kReason)));
  }
  if (is_header && std::find(lines.begin(), lines.end(), "#pragma once") == lines.end()) {
    complain("no #pragma once");
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view header = Included(lines[i]);
    if (header.empty()) continue;
    const std::string wrong = CheckInclude(header, *module, is_public);
    if (!wrong.empty()) complaints.push_back(fmt::format("{}:{}: {}", path, i + 1, wrong));
  }
  return complaints;
}

std::vector<std::string> CheckTopLevel(const std::vector<std::string>& names) {
  std::vector<std::string> complaints;
  for (const std::string& name : names) {
    if (name.starts_with('.')) continue;
    if (std::find(std::begin(kTopLevel), std::end(kTopLevel), name) == std::end(kTopLevel)) {
      complaints.push_back(fmt::format("{}: has no place at the top of the tree", name));
    }
  }
  return complaints;
}

std::vector<std::string> CheckMedian(const std::vector<SourceFile>& files) {
  if (files.empty()) return {"no files"};
  std::vector<size_t> counts;
  counts.reserve(files.size());
  for (const SourceFile& file : files) counts.push_back(Lines(file.text).size());
  const auto middle = counts.begin() + static_cast<ptrdiff_t>(counts.size() / 2);
  std::nth_element(counts.begin(), middle, counts.end());
  if (*middle <= kMedianLines) return {};
  return {
      fmt::format("half of the files have {} lines or more, agreed are {}", *middle, kMedianLines)};
}

}  // namespace threadlint::layers
