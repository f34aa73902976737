#include "config/environment.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::config {
namespace {

Values Read(const std::vector<std::string_view>& entries) { return ReadEnvironment(entries); }

std::string ErrorOf(std::string_view entry) {
  try {
    Read({entry});
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}

TEST_CASE("every option has its variable, and the value names it") {
  const Values values =
      Read({"THREADLINT_SHOW= note ,TL5", "HOME=/x", "THREADLINT_JOIN=weak", "THREADLINT_ALL=1",
            "THREADLINT_QUIET=false", "THREADLINT_WORDING=a,b", "THREADLINT_CONFIG=c.toml"});
  CHECK(values.List("show") == std::vector<std::string>{"note", "TL5"});
  CHECK(values.Last("show").origin.layer == Layer::kEnvironment);
  CHECK(values.Last("show").origin.place == "THREADLINT_SHOW");
  CHECK(values.Text("join") == "weak");
  CHECK(values.Flag("all"));
  CHECK(values.Has("quiet"));
  CHECK(!values.Flag("quiet"));
  CHECK(values.List("wording").size() == 2);
  CHECK(values.Text("config") == "c.toml");
}

TEST_CASE("an empty variable says nothing") {
  const Values values = Read({"THREADLINT_FAIL_ON=", "THREADLINT_ALL= ", "THREADLINT_SHOW"});
  CHECK(!values.Has("fail-on"));
  CHECK(!values.Has("all"));
  CHECK(!values.Has("show"));
}

TEST_CASE("a flag takes four words") {
  CHECK(ErrorOf("THREADLINT_ALL=yes") ==
        "THREADLINT_ALL: 'yes' is not understood; it takes true, false, 1 or 0");
}

TEST_CASE("a slip is an error, a stranger's variable is not ours") {
  CHECK(ErrorOf("THREADLINT_FIAL_ON=note") ==
        "THREADLINT_FIAL_ON: no option has this variable; did you mean THREADLINT_FAIL_ON?");
  CHECK(ErrorOf("THREADLINT_SHWO=note") ==
        "THREADLINT_SHWO: no option has this variable; did you mean THREADLINT_SHOW?");
  CHECK(ErrorOf("THREADLINT_COLOUR=never") ==
        "THREADLINT_COLOUR: no option has this variable; did you mean THREADLINT_COLOR?");
  for (const char* entry :
       {"THREADLINT_VERSION=1", "THREADLINT_HOME=/x", "THREADLINT_PATH=/x", "THREADLINT_BIN=x",
        "THREADLINT_UPDATE=1", "THREADLINT_=x", "THREADLINT_URL=x", "THREADLINT_FIAL_ON="})
    CHECK(ErrorOf(entry).empty());
}

}  // namespace
}  // namespace threadlint::config
