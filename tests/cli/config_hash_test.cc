#include "cli/config_hash.h"

#include "../support/temp_folder.h"
#include "cli/lint_options.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace threadlint::cli {
namespace {

using Given = std::vector<std::pair<std::string, std::vector<std::string>>>;

std::string HashOf(const Given& given, const config::Settings& settings = {}) {
  config::Values values;
  for (const auto& [name, texts] : given) values.Set(name, texts);
  return ToLintOptions(values, settings).config_hash;
}

TEST_CASE("what can change the findings changes the hash") {
  const std::string none = HashOf({});
  CHECK(none.size() == 16);
  for (const Given& given :
       {Given{{"with", {"shop.example"}}}, Given{{"all", {"true"}}}, Given{{"show", {"note"}}},
        Given{{"severity", {"TL103=off"}}}, Given{{"min-confidence", {"high"}}},
        Given{{"since", {"2024-05-03"}}}, Given{{"languages", {"en"}}}}) {
    CAPTURE(given.front().first);
    CHECK(HashOf(given) != none);
  }
  CHECK(HashOf({{"with", {"a.example"}}}) != HashOf({{"support-domain", {"a.example"}}}));
  CHECK(HashOf({{"with", {"a.example", "b.example"}}}) !=
        HashOf({{"with", {"a.exampleb.example"}}}));
}

TEST_CASE("how it is written and run does not, nor who says it and in which order") {
  const std::string none = HashOf({});
  for (const Given& given :
       {Given{{"jobs", {"3"}}}, Given{{"color", {"always"}}}, Given{{"quiet", {"true"}}},
        Given{{"output", {"json"}}}, Given{{"show", {"warning"}}}, Given{{"all", {"false"}}}}) {
    CAPTURE(given.front().first);
    CHECK(HashOf(given) == none);
  }
  CHECK(HashOf({{"show", {"TL1", "TL2"}}}) == HashOf({{"show", {"TL2,TL1"}}}));
  CHECK(HashOf({{"severity", {"TL103=off"}}}) ==
        HashOf({{"severity", {"reply-token-altered=off"}}}));
}

TEST_CASE("wording counts by what it says, not by its name") {
  const test::TempFolder folder;
  const auto hash = [&](const char* name, const std::string& text) {
    return HashOf({{"wording", {folder.Write(name, text)}}});
  };
  const std::string one = hash("a.wording", "language en\nhangs document: slip,\n");
  CHECK(one == hash("b.wording", "language en\nhangs document: slip,\n"));
  CHECK(one != hash("a.wording", "language en\nhangs document: note,\n"));
}

TEST_CASE("roles and forms of tokens count") {
  config::Settings settings = config::ParseSettings("[tokens.roles]\n'a@x.example' = 'case'\n", "");
  const std::string one = HashOf({}, settings);
  CHECK(one != HashOf({}));
  settings.roles.front().role.text = "mailbox";
  CHECK(one != HashOf({}, settings));
}

}  // namespace
}  // namespace threadlint::cli
