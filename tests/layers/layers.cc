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
    "dirent.h", "emmintrin.h", "errno.h", "fcntl.h",   "fts.h",    "poll.h",
    "malloc.h", "signal.h",    "sys/",    "termios.h", "unistd.h",
};

// Networks and other programs.
constexpr std::string_view kNoHeaders[] = {"sys/socket.h", "sys/un.h", "sys/sendfile.h", "spawn.h",
                                           "sys/wait.h"};

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
    if (std::find(std::begin(kNoHeaders), std::end(kNoHeaders), name) != std::end(kNoHeaders))
      return fmt::format("{} has no place here", name);
    const bool is_standard = name.find_first_of("./") == name.npos;
    const bool is_system =
        std::any_of(std::begin(kSystemHeaders), std::end(kSystemHeaders),
                    [&](std::string_view system) { return name.starts_with(system); });
    return is_standard || is_system ? "" : fmt::format("{} is fenced in no module", name);
  }
  if (other == module.name || other == "util" || HasWord(module.may_include, other)) return "";
  return fmt::format("{} may not include {} of {}", module.name, name, other);
}

// What is named in mail must never be opened, asked for or run. Files are opened where paths come
// from the command line and the walk of folders: modules that see no mail (source, config), and
// cli. Networks and other programs are for nobody.
constexpr std::string_view kOpens[] = {
    "open",
    "openat",
    "fopen",
    "freopen",
    "opendir",
    "fts_open",
    "ifstream",
    "ofstream",
    "fstream",
    "mkstemp",
    "readlink",
    "realpath",
    "unlink",
    "mkdir",
    "symlink",
    "directory_iterator",
    "recursive_directory_iterator",
};
constexpr std::string_view kOpeners = "source config cli";
constexpr std::string_view kNever[] = {
    "socket", "connect", "getaddrinfo", "gethostbyname", "res_query",    "popen",   "system",
    "execl",  "execlp",  "execle",      "execv",         "execvp",       "execvpe", "execve",
    "fork",   "vfork",   "dlopen",      "posix_spawn",   "posix_spawnp",
};

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The line without its comment, and with nothing between its quotes.
std::string CodeOf(std::string_view line) {
  std::string code;
  char quote = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    if (quote != 0) {
      if (line[i] == '\\')
        ++i;
      else if (line[i] == quote)
        quote = 0;
      continue;
    }
    if (line.substr(i).starts_with("//")) break;
    if (line[i] == '"' || (line[i] == '\'' && (i == 0 || !IsWordByte(line[i - 1]))))
      quote = line[i];
    code += line[i];
  }
  return code;
}

// A function of that name is called, or a variable of that type made: not a member of something of
// ours, and not what takes nothing.
bool Uses(std::string_view code, std::string_view name) {
  for (size_t at = 0; (at = code.find(name, at)) != code.npos; at += name.size()) {
    const std::string_view before = code.substr(0, at);
    const std::string_view after = code.substr(at + name.size());
    if (!before.empty() && IsWordByte(before.back())) continue;
    if (before.ends_with('.') || before.ends_with("->")) continue;
    if (before.ends_with("::")) {
      const std::string_view scope = before.substr(0, before.size() - 2);
      if (!scope.empty() && IsWordByte(scope.back()) && !scope.ends_with("std") &&
          !scope.ends_with("fs") && !scope.ends_with("filesystem"))
        continue;
    }
    if (after.starts_with("()") || after.empty() || IsWordByte(after.front())) continue;
    const bool is_type = name.ends_with("stream") || name.ends_with("iterator");
    if (after.front() == '(' || (is_type && (after.front() == ' ' || after.front() == '{')))
      return true;
  }
  return false;
}

std::string CheckCalls(std::string_view code, const Module& module) {
  for (const std::string_view name : kNever)
    if (Uses(code, name)) return fmt::format("{} has no place here", name);
  if (HasWord(kOpeners, module.name)) return "";
  for (const std::string_view name : kOpens)
    if (Uses(code, name)) return fmt::format("{} opens no files ({})", module.name, name);
  return "";
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
    const std::string wrong = header.empty() ? CheckCalls(CodeOf(lines[i]), *module)
                                             : CheckInclude(header, *module, is_public);
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
