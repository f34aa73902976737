// What 'threadlint tokens --output json' writes is what its schema says.
#include "../support/text_output.h"
#include "report/tokens.h"
#include "violations.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>


namespace threadlint {
namespace {

bool Fits(const nlohmann::json& tokens) {
  return test::Violations(tokens, "src/report/threadlint-tokens.v1.schema.json").empty();
}

nlohmann::json TokensOf(const std::string& path, const report::TokenSettings& settings) {
  Options options;
  options.paths = {path};
  options.all = true;
  options.find = false;
  options.token_roles = settings.roles;
  test::TextOutput out;
  report::WriteJsonTokens(Lint(options), settings, {}, out);
  return nlohmann::json::parse(out.text);
}

TEST_CASE("tokens as JSON fit their schema, configured or not") {
  const std::string demo = THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox";
  nlohmann::json plain = TokensOf(demo, {});
  CHECK(Fits(plain));
  REQUIRE(plain["families"].size() == 1);
  CHECK(plain["families"][0]["basis"] == "assumed");
  CHECK(plain["families"][0]["groups"] == true);

  const report::TokenSettings settings{
      "c.toml",
      {{"CS-reply@larkspur.example", TokenRole::kMailbox}, {"gone@shop.example", TokenRole::kCase}},
      {}};
  const nlohmann::json configured = TokensOf(demo, settings);
  CHECK(Fits(configured));
  CHECK(configured["families"][0]["basis"] == "configuration");
  CHECK(configured["families"][0]["role"] == "mailbox");
  CHECK(configured["families"][0]["groups"] == false);
  CHECK(configured["configured_roles"][0]["seen"] == true);
  CHECK(configured["configured_roles"][1]["seen"] == false);

  CHECK(Fits(TokensOf("/nonexistent", {})));
  plain["families"][0]["role"] = "queue";
  CHECK_FALSE(Fits(plain));  // the schema is no mere formality
}

}  // namespace
}  // namespace threadlint
