#include "cli/commands.h"
#include "key_manual.h"
#include "option_manual.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace threadlint::test {
namespace {

namespace fs = std::filesystem;

const fs::path kMan = fs::path(THREADLINT_SOURCE_DIR) / "man";

std::string Read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Generated {
  const char* page;
  const char* name;
  std::string (*text)();
};
constexpr Generated kGenerated[] = {
    {"threadlint.1", "options", OptionSections},
    {"threadlint.1", "formats", FormatList},
    {"threadlint.toml.5", "keys", KeyList},
};

TEST_CASE("manual pages say of options and formats what the tables say") {
  for (const Generated& row : kGenerated) {
    CAPTURE(row.page);
    CAPTURE(row.name);
    const std::string page = Read(kMan / row.page);
    const std::string fresh = WithGenerated(page, row.name, row.text());
    REQUIRE_FALSE(fresh.empty());
    if (std::getenv("THREADLINT_UPDATE") != nullptr) {
      std::ofstream(kMan / row.page, std::ios::binary) << fresh;
      continue;
    }
    CHECK_MESSAGE(page == fresh, "stale: THREADLINT_UPDATE=1 ctest -R '^pages$' writes it anew");
  }
}

TEST_CASE("README shows the demo as it runs") {
  // The golden case names the file, README the folder.
  std::string run = Read(fs::path(THREADLINT_SOURCE_DIR) / "testdata/cases/demo-report/stdout");
  const auto replace = [&run](std::string_view old, std::string_view by) {
    for (size_t at = 0; (at = run.find(old, at)) != std::string::npos; at += by.size())
      run.replace(at, old.size(), by);
  };
  replace("../../demo/larkspur.mbox: ", "testdata/demo: ");
  replace("../../", "testdata/");
  CHECK(Read(fs::path(THREADLINT_SOURCE_DIR) / "README.md").find("```\n" + run + "```") !=
        std::string::npos);
}

TEST_CASE("threadlint(1) tells of every command") {
  const std::string page = Read(kMan / "threadlint.1");
  for (const cli::Command& command : cli::Commands()) {
    CAPTURE(command.name);
    const auto tells = [&](const std::string& line) {
      return page.find(line + "\n") != std::string::npos ||
             page.find(line + " ") != std::string::npos;
    };
    const std::string name(command.name);
    CHECK(tells("\n.Nm\n.Cm " + name));  // in the synopsis
    CHECK(tells("\n.It Cm " + name));    // in the description
  }
}

TEST_CASE("what is put into a page is text") {
  CHECK(Roff("One. Two? .TH \\n") == "One.\nTwo?\n\\&.TH \\en\n");
  CHECK(WithGenerated("a\n.\\\" begin generated: x\nold\n.\\\" end generated: x\nb\n", "x",
                      "new\n") == "a\n.\\\" begin generated: x\nnew\n.\\\" end generated: x\nb\n");
  CHECK(WithGenerated("a\n", "x", "new\n").empty());
}

}  // namespace
}  // namespace threadlint::test
