// What is said of a path that leads nowhere.
#include "cli/path_hint.h"

#include "../support/temp_folder.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::cli {
namespace {

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a path that leads somewhere needs no word") {
  const test::TempFolder folder;
  CHECK(PathHint(folder.Write("all.mbox", "x")).empty());
  CHECK(PathHint(folder.path().string()).empty());
  CHECK(PathHint("").empty());
}

TEST_CASE("nothing is guessed where nothing is near") {
  const test::TempFolder folder;
  folder.Write("all.mbox", "x");
  CHECK(PathHint((folder.path() / "quite another").string()).empty());
  CHECK(PathHint((folder.path() / "none" / "all.mbox").string()).empty());
}

TEST_CASE("a name with blanks is found by its first word, one that is like it by its letters") {
  const test::TempFolder folder;
  const std::string blanks = folder.Write("All mail.mbox", "x");
  const std::string near = folder.Write("takeout-001.zip", "x");
  CHECK(Has(PathHint((folder.path() / "All").string()), "'" + blanks + "'"));
  CHECK(Has(PathHint((folder.path() / "takeout-01.zip").string()), near + "?"));
  CHECK(Has(PathHint((folder.path() / "TAKEOUT-001.ZIP").string()), near + "?"));
}

TEST_CASE("a path of Windows is told as WSL has it") {
  CHECK(Has(PathHint("D:\\My Mail\\a.mbox"), "'/mnt/d/My Mail/a.mbox'"));
  CHECK(Has(PathHint("d:/a.mbox"), "/mnt/d/a.mbox"));
  CHECK(Has(PathHint("D:Maila.mbox"), "took the \\"));
}

}  // namespace
}  // namespace threadlint::cli
