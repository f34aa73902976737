#include "cli/paths.h"

#include "../support/temp_folder.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::cli {
namespace {

using Paths = std::vector<std::string>;

TEST_CASE("lists have a path a line, or a NUL behind each") {
  CHECK(SplitPaths("").empty());
  CHECK(SplitPaths("\n\n").empty());
  CHECK(SplitPaths("a\nb c\n\nd") == Paths{"a", "b c", "d"});
  CHECK(SplitPaths("a\r\nb\r\n") == Paths{"a", "b"});
  CHECK(SplitPaths(std::string_view("a\nb\0c\r\0", 7)) == Paths{"a\nb", "c\r"});
  CHECK(SplitPaths(std::string_view("a\0b", 3)) == Paths{"a", "b"});
}

TEST_CASE("paths of the command line come first, each once") {
  const test::TempFolder folder;
  const std::string list = folder.Write("list", "c\na\n");
  Arguments arguments;
  CHECK_THROWS_AS(InputPaths(arguments), std::invalid_argument);
  arguments.positional = {"id", "b", "a", "b"};
  CHECK(InputPaths(arguments, 1) == Paths{"b", "a"});
  arguments.values.Set("paths-from", Paths{list, list});
  CHECK(InputPaths(arguments) == Paths{"id", "b", "a", "c"});
  arguments.positional = {"id"};
  CHECK(InputPaths(arguments, 1) == Paths{"c", "a"});
  arguments.values.Set("paths-from", Paths{folder.Write("empty", "")});
  CHECK(InputPaths(arguments, 1).empty());
  arguments.values.Set("paths-from", Paths{list + ".no"});
  CHECK_THROWS_AS(InputPaths(arguments), std::invalid_argument);
  arguments.values.Set("paths-from", Paths{folder.path().string()});
  CHECK_THROWS_AS(InputPaths(arguments), std::invalid_argument);
}

}  // namespace
}  // namespace threadlint::cli
