#include "config/settings.h"

#include "../support/temp_folder.h"
#include "config/keys.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace threadlint::config {
namespace {

// What is wrong with the text; empty if nothing is.
std::string ErrorIn(std::string_view toml) {
  try {
    ParseSettings(toml, "c.toml");
  } catch (const SettingsError& error) {
    return error.what();
  }
  return {};
}

constexpr std::string_view kDesk =
    "[[tokens.scheme]]\n"
    "name = 'desk'\n"
    "place = 'address'\n"
    "role = 'case'\n"
    "pattern = 't\\d+@desk\\.example'\n";

TEST_CASE("an empty file says nothing") {
  for (const std::string_view toml :
       {"", "\n# a comment\n", "[tokens]\n", "\xef\xbb\xbf[tokens]\r\n"}) {
    const Settings settings = ParseSettings(toml, "c.toml");
    CHECK(settings.roles.empty());
    CHECK(settings.schemes.empty());
    CHECK(settings.path == "c.toml");
  }
}

TEST_CASE("roles come with their lines, in a table or inline") {
  const Settings table = ParseSettings(
      "[tokens.roles]\n\"b@x.example\" = \"mailbox\"\n\n\"jira-key of x.example\" = \"case\"\n",
      "");
  REQUIRE(table.roles.size() == 2);
  CHECK(table.roles[0].family == "b@x.example");
  CHECK(table.roles[0].role.text == "mailbox");
  CHECK(table.roles[0].role.line == 2);
  CHECK(table.roles[1].family == "jira-key of x.example");
  CHECK(table.roles[1].role.line == 4);
  const Settings inline_table =
      ParseSettings("[tokens]\nroles = { \"b@x.example\" = \"mailbox\" }\n", "");
  REQUIRE(inline_table.roles.size() == 1);
  CHECK(inline_table.roles[0].role.line == 2);
}

TEST_CASE("folders of wording are one or several, and begin where the file stands") {
  const auto folders = [](std::string_view toml, const char* path) {
    std::vector<std::string> out;
    for (const Value& folder : ParseSettings(toml, path).values.All("wording"))
      out.push_back(folder.text + " " + folder.origin.place);
    return out;
  };
  using Folders = std::vector<std::string>;
  CHECK(folders("wording = 'words'", "c.toml") == Folders{"words c.toml:1"});
  CHECK(folders("# x\nwording = [\n 'a',\n '/b']", "../x/c.toml") ==
        Folders{"../x/a ../x/c.toml:3", "/b ../x/c.toml:4"});
  CHECK(folders("wording = []", "c.toml") == Folders{});
  CHECK(ErrorIn("wording = true") ==
        "c.toml:1: wording must be a string or a list of strings, not true or false");
  CHECK(ErrorIn("languages = 3") ==
        "c.toml:1: languages must be a string or a list of strings, not a number");
  CHECK(ErrorIn("wording = ['a', 1]") ==
        "c.toml:1: each of wording must be a string, not a number");
  CHECK(ErrorIn("wording = ''") == "c.toml:1: wording must not be empty");
}

TEST_CASE("a confidence is a word or a number, kept as it would be typed") {
  const auto read = [](std::string_view toml) {
    const Values values = ParseSettings(toml, "c.toml").values;
    return values.Has("min-confidence")
               ? values.Text("min-confidence") + " " + values.Last("min-confidence").origin.place
               : std::string("none");
  };
  CHECK(read("") == "none");
  CHECK(read("# x\nmin-confidence = 'high'") == "high c.toml:2");
  CHECK(read("min-confidence = 0.85") == "0.85 c.toml:1");
  CHECK(read("min-confidence = 1") == "1 c.toml:1");
  CHECK(read("min-confidence = -1.5") ==
        "-1.5 c.toml:1");  // what it takes is for the caller to know
  CHECK(ErrorIn("min-confidence = true") ==
        "c.toml:1: min-confidence must be a number or a string, not true or false");
}

TEST_CASE("a scheme has every key, those not given by default and at the line of the table") {
  const Settings settings =
      ParseSettings("# one line\n" + std::string(kDesk) + "folds = false\n", "");
  REQUIRE(settings.schemes.size() == 1);
  const SchemeSetting& scheme = settings.schemes[0];
  CHECK(scheme.line == 2);
  CHECK(scheme.values.size() == SchemeKeys().size());
  CHECK(scheme.Text("pattern") == "t\\d+@desk\\.example");
  CHECK(scheme.Line("pattern") == 6);
  CHECK(scheme.Text("folds") == "false");
  CHECK(scheme.Text("established") == "true");
  CHECK(scheme.Text("ambiguous") == "false");
  CHECK(scheme.Text("vendor").empty());
  CHECK(scheme.Line("vendor") == 2);
}

TEST_CASE("schemes keep the order of the file") {
  std::string second(kDesk);
  second.replace(second.find("desk"), 4, "bell");
  const Settings settings = ParseSettings(std::string(kDesk) + second, "");
  REQUIRE(settings.schemes.size() == 2);
  CHECK(settings.schemes[0].Text("name") == "desk");
  CHECK(settings.schemes[1].Text("name") == "bell");
}

TEST_CASE("what is wrong is told with its line") {
  const std::string desk(kDesk);
  CHECK(ErrorIn("[tokens]\n[tokenz]\n") == "c.toml:2: unknown key 'tokenz'; did you mean tokens?");
  CHECK(ErrorIn("[tokens]\n\nrolls = {}\n") ==
        "c.toml:3: unknown key 'rolls' in tokens; did you mean roles?");
  CHECK(ErrorIn("[tokens]\nweather = 1\n") ==
        "c.toml:2: unknown key 'weather' in tokens; there are roles, scheme");
  CHECK(ErrorIn("zz = 1\naa = 1\n").starts_with("c.toml:1: unknown key 'zz'"));
  CHECK(ErrorIn("tokens = 1\n") == "c.toml:1: tokens must be a table, not a number");
  CHECK(ErrorIn("[tokens]\nroles = []\n") ==
        "c.toml:2: tokens.roles must be a table, not an array");
  CHECK(ErrorIn("[tokens.roles]\nx = 1979-05-27\n") ==
        "c.toml:2: the role of 'x' must be a string, not a date or time");
  CHECK(ErrorIn("[tokens]\nscheme = [1]\n") ==
        "c.toml:2: each of tokens.scheme must be a table, not a number");
  CHECK(ErrorIn(desk + "name = 'again'\n").starts_with("c.toml:6: "));  // TOML's own rule
  CHECK(ErrorIn(desk + "local = 1\n") == "c.toml:6: 'local' must be true or false, not a number");
  CHECK(ErrorIn(desk + "space = false\n") ==
        "c.toml:6: 'space' must be a string, not true or false");
  CHECK(ErrorIn("[[tokens.scheme]]\nname = ''\n") == "c.toml:2: 'name' must not be empty");
  CHECK(ErrorIn("[tokens.roles]\n'' = 'case'\n") == "c.toml:2: a family of tokens has a name");
  CHECK(ErrorIn("[tokens.roles]\n'A@x' = 'case'\n'a@X' = 'case'\n").starts_with("c.toml:3: "));
  CHECK(ErrorIn("\xff").starts_with("c.toml:1: "));
  CHECK(ErrorIn("a = \"\n").starts_with("c.toml:1: "));
}

TEST_CASE("every required key is asked for") {
  for (const Key& key : SchemeKeys()) {
    std::string toml(kDesk);
    const size_t at = toml.find(std::string(key.name) + " = ");
    if (!key.required) {
      CHECK(at == std::string::npos);
      continue;
    }
    REQUIRE(at != std::string::npos);
    toml.erase(at, toml.find('\n', at) + 1 - at);
    CHECK(ErrorIn(toml) == "c.toml:1: this tokens.scheme has no '" + std::string(key.name) + "'");
  }
}

TEST_CASE("deep nesting is an error and no crash") {
  CHECK(ErrorIn("a = " + std::string(100000, '[')).starts_with("c.toml:1: "));
}

TEST_CASE("the nearest file upwards is found") {
  const test::TempFolder folder;
  const std::string above = folder.Write(std::string(kSettingsName), "");
  folder.Write("a/b/mail.txt", "");
  const std::string start = (folder.path() / "a/b").string();
  const auto find = [](const std::string& from) { return FindSettings(from, "").path; };
  REQUIRE(!find(start).empty());
  CHECK(std::filesystem::equivalent(find(start), above));
  CHECK(std::filesystem::equivalent(find(start + "/"), above));
  const std::string near = folder.Write("a/" + std::string(kSettingsName), "");
  CHECK(std::filesystem::equivalent(find(start), near));
}

TEST_CASE("a file that cannot be read is an error") {
  const test::TempFolder folder;
  const std::string path = (folder.path() / kSettingsName).string();
  CHECK_THROWS_AS(ReadSettings(path), SettingsError);
  std::filesystem::create_symlink("nowhere", path);
  CHECK(std::filesystem::path(FindSettings(folder.path().string(), "").path).filename() ==
        kSettingsName);
  CHECK_THROWS_AS(ReadSettings(path), SettingsError);
  CHECK_THROWS_AS(ReadSettings(folder.path().string()), SettingsError);  // a folder
  const std::string long_file = folder.Write("long.toml", std::string(size_t{2} << 20, '\n'));
  CHECK_THROWS_AS(ReadSettings(long_file), SettingsError);
}

TEST_CASE("what is found but no file is not waited on") {
  const test::TempFolder folder;
  const std::string path = (folder.path() / kSettingsName).string();
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  CHECK_THROWS_AS(FindSettings(folder.path().string(), ""), SettingsError);
}

TEST_CASE("the manual has every key and no other") {
  std::ifstream page(THREADLINT_SOURCE_DIR "/man/threadlint-tokens.5");
  REQUIRE(page);
  std::set<std::string> described, known;
  std::string line;
  constexpr std::string_view kItem = ".It Va ";
  while (std::getline(page, line))
    if (line.starts_with(kItem)) described.insert(line.substr(kItem.size()));
  for (const Key& key : SchemeKeys()) known.emplace(key.name);
  CHECK(described == known);
}

}  // namespace
}  // namespace threadlint::config
