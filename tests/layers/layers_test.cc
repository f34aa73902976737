#include "layers.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

using namespace threadlint::layers;

namespace {

namespace fs = std::filesystem;
const fs::path kRoot = THREADLINT_SOURCE_DIR;

std::vector<SourceFile> ReadTree() {
  std::vector<SourceFile> files;
  for (const char* folder : {"src", "include/threadlint"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const std::string extension = entry.path().extension().string();
      if (!entry.is_regular_file() || (extension != ".h" && extension != ".cc")) continue;
      std::ostringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      files.push_back({fs::relative(entry.path(), kRoot).generic_string(), text.str()});
    }
  }
  return files;
}

// What git tracks: a report that someone wrote into his checkout is none of our business.
std::vector<std::string> TopLevelNames() {
  std::set<std::string> names;
  const std::string command = "git -C '" + kRoot.string() + "' ls-files -z 2>/dev/null";
  if (FILE* pipe = popen(command.c_str(), "r")) {
    std::string name;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) {
      if (c != 0) {
        name += static_cast<char>(c);
        continue;
      }
      names.insert(name.substr(0, name.find('/')));
      name.clear();
    }
    pclose(pipe);
  }
  if (names.empty()) {
    for (const auto& entry : fs::directory_iterator(kRoot)) {
      names.insert(entry.path().filename().string());
    }
    names.erase("build");
    names.erase("compile_commands.json");
  }
  return {names.begin(), names.end()};
}

std::string Join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::string Repeat(std::string_view text, int times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

TEST_CASE("the tree keeps its walls") {
  const std::vector<SourceFile> files = ReadTree();
  REQUIRE(files.size() > 20);
  std::vector<std::string> complaints;
  for (const SourceFile& file : files) {
    for (std::string& complaint : CheckFile(file)) complaints.push_back(std::move(complaint));
  }
  CHECK(Join(complaints) == "");
  CHECK(Join(CheckMedian(files)) == "");
  const std::vector<std::string> names = TopLevelNames();
  REQUIRE(names.size() > 5);
  CHECK(Join(CheckTopLevel(names)) == "");
}

TEST_CASE("a breach is seen") {
  struct Row {
    SourceFile file;
    const char* complaints;
  };
  const Row rows[] = {
      {{"src/util/a.cc", "#include \"util/a.h\"\n#include <fmt/format.h>\n#include <vector>\n"},
       ""},
      {{"src/cases/a.cc", "#include \"mail/text.h\"\n#include <threadlint/message.h>\n"}, ""},
      {{"src/lint/a.cc", "#include \"source/a.h\"\n#include \"report/a.h\"\n"}, ""},
      {{"src/rules/TL101-reply-token-changed/rule.cc", "#include \"cases/a.h\"\n"}, ""},
      {{"src/util/a.cc", "#include <sys/stat.h>\n#include <fcntl.h>\n"}, ""},
      {{"src/source/a.cc", "  const int fd = ::open(path, O_RDONLY);\n"}, ""},
      {{"src/mail/a.cc", "  const int fd = ::open(path, O_RDONLY);\n"},
       "src/mail/a.cc:1: mail opens no files (open)"},
      {{"src/lint/a.cc", "std::ifstream in(path);\n\n  fopen(path, \"r\");\n"},
       "src/lint/a.cc:1: lint opens no files (ifstream)\n"
       "src/lint/a.cc:3: lint opens no files (fopen)"},
      {{"src/report/a.cc", "for (const auto& e : std::filesystem::directory_iterator(x)) e;\n"},
       "src/report/a.cc:1: report opens no files (directory_iterator)"},
      {{"src/mail/a.cc", "builder_.open(x); Parts::open(x); open(); reopen(x); open_ (x);\n"}, ""},
      {{"src/mail/a.cc", "// open(x)\nSay(\"open(x) \\\" system(x)\");\n"}, ""},
      {{"src/cli/a.cc", "if (std::system(command) != 0) {\n"},
       "src/cli/a.cc:1: system has no place here"},
      {{"src/source/a.cc", "#include <sys/socket.h>\nx = socket(AF_INET, 0, 0);\n"},
       "src/source/a.cc:1: sys/socket.h has no place here\n"
       "src/source/a.cc:2: socket has no place here"},
      {{"src/util/a.cc", "// #include \"mail/text.h\"\n"}, ""},
      {{"src/util/a.cc", "\n  #  include \"mail/text.h\"  // why\n"},
       "src/util/a.cc:2: util may not include mail/text.h of mail"},
      {{"src/source/a.cc", "#include <threadlint/message.h>\n"},
       "src/source/a.cc:1: source may not include threadlint/message.h of mail"},
      {{"src/mail/a.cc", "#include \"threadlint/case.h\"\n"},
       "src/mail/a.cc:1: mail may not include threadlint/case.h of cases"},
      {{"src/lint/a.cc", "#include \"config/a.h\"\n"},
       "src/lint/a.cc:1: lint may not include config/a.h of config"},
      {{"src/mail/a.cc", "#include \"../source/a.h\"\n"},
       "src/mail/a.cc:1: includes by a path with '..'"},
      {{"src/mail/a.cc", "#include \"other/a.h\"\n"}, "src/mail/a.cc:1: other/a.h is in no module"},
      {{"src/mail/a.cc", "#include <threadlint/new.h>\n"},
       "src/mail/a.cc:1: threadlint/new.h is a public header of no module"},
      {{"src/mail/a.cc", "#include <archive.h>\n"},
       "src/mail/a.cc:1: archive.h belongs to source alone"},
      {{"src/util/a.cc", "#include <mimetic/mimetic.h>\n"},
       "src/util/a.cc:1: mimetic/mimetic.h belongs to mail alone"},
      {{"src/report/a.cc", "#include <CLI/CLI.hpp>\n"},
       "src/report/a.cc:1: CLI/CLI.hpp belongs to cli alone"},
      {{"src/util/a.cc", "#include <zlib.h>\n"}, "src/util/a.cc:1: zlib.h is fenced in no module"},
      {{"src/other/a.cc", ""}, "src/other/a.cc: in no module"},
      {{"src/util/ASCII.cc", ""}, "src/util/ASCII.cc: its name is not snake_case"},
      {{"src/util/a.h", "// #pragma once\n"}, "src/util/a.h: no #pragma once"},
      {{"src/util/a.cc", Repeat("\n", 500)}, ""},
      {{"src/util/a.cc", Repeat("\n", 501)},
       "src/util/a.cc: 501 lines, at most 500 without \"Long because …\" at its top"},
      {{"src/util/a.cc", "// Long because it is one table.\n" + Repeat("\n", 500)}, ""},
      {{"include/threadlint/case.h",
        "#pragma once\n#include <threadlint/message.h>\n" + Repeat("\n", 148)},
       ""},
      {{"include/threadlint/case.h", "// Long because.\n#pragma once\n" + Repeat("\n", 149)},
       "include/threadlint/case.h: 151 lines, at most 150"},
      {{"include/threadlint/message.h", "#pragma once\n#include <threadlint/lint.h>\n"},
       "include/threadlint/message.h:2: mail may not include threadlint/lint.h of lint"},
      {{"include/threadlint/lint.h", "#pragma once\n#include \"mail/text.h\"\n"},
       "include/threadlint/lint.h:2: a public header includes mail/text.h of src"},
      {{"include/threadlint/lint.h", "#pragma once\n#include <fmt/format.h>\n"},
       "include/threadlint/lint.h:2: a public header includes fmt/format.h"},
      {{"include/threadlint/new.h", "#pragma once\n"},
       "include/threadlint/new.h: a public header that no module owns"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file.path);
    CHECK(Join(CheckFile(row.file)) == row.complaints);
  }
  CHECK(Join(CheckTopLevel({".ci", "src", "README.md"})) == "");
  CHECK(Join(CheckTopLevel({"src", "docs"})) == "docs: has no place at the top of the tree");
  const SourceFile brief{"src/util/a.cc", Repeat("\n", 120)};
  const SourceFile lengthy{"src/util/b.cc", Repeat("\n", 121)};
  CHECK(Join(CheckMedian({brief, brief, lengthy})) == "");
  CHECK(Join(CheckMedian({brief, lengthy, lengthy})) ==
        "half of the files have 121 lines or more, agreed are 120");
  CHECK(Join(CheckMedian({})) == "no files");
}

}  // namespace
