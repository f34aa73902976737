// What 'threadlint config --output json' writes is what its schema says.
#include "../support/text_output.h"
#include "cli/config_listing.h"
#include "config/combine.h"
#include "violations.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace threadlint::cli {
namespace {

bool Fits(const nlohmann::json& listing) {
  return test::Violations(listing, "src/cli/threadlint-config.v1.schema.json").empty();
}

nlohmann::json ListingOf(const std::string& toml, const config::FoundSettings& found) {
  const config::Settings settings = config::ParseSettings(toml, found.path);
  config::Layers layers;
  layers.file = settings.values;
  layers.command_line.Set("jobs", std::vector<std::string>{"3"});
  const config::Values values = config::Combine(config::kConfig, layers);
  test::TextOutput out;
  WriteConfigAsJson({values, settings, found, "0123456789abcdef"}, out);
  return nlohmann::json::parse(out.text);
}

TEST_CASE("the effective configuration as JSON fits its schema") {
  CHECK(Fits(ListingOf("", {"", {".threadlint.toml"}})));
  nlohmann::json full = ListingOf(
      "show = ['note']\nall = true\nsince = 2024-05-03\n[severity]\nTL1 = 'off'\n[tokens.roles]\n"
      "'a@x.example' = 'case'\n[[tokens.scheme]]\nname = 'desk'\nplace = 'address'\nrole = 'case'\n"
      "pattern = 'x'\n",
      {"c.toml", {}});
  CHECK(Fits(full));
  size_t given = 0;
  for (const nlohmann::json& option : full["options"])
    for (const nlohmann::json& value : option["values"]) given += value["layer"] == "file" ? 1 : 0;
  CHECK(given == 4);
  full["options"][0]["kind"] = "number";
  CHECK_FALSE(Fits(full));  // the schema is no mere formality
}

}  // namespace
}  // namespace threadlint::cli
