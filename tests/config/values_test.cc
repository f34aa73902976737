#include "config/values.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace threadlint::config {
namespace {

using Texts = std::vector<std::string>;

const Origin kInFile{Layer::kFile, "c.toml:3"};
const Origin kVariable{Layer::kEnvironment, "THREADLINT_SHOW"};

bool IsEven(std::string_view text, int& out) {
  out = static_cast<int>(text.size());
  return out % 2 == 0;
}

std::string ErrorOf(const Origin& origin) {
  Values values;
  values.Set("show", std::vector<Value>{{"four, odd", origin}});
  try {
    (void)values.ReadAll<int>("show", IsEven, "words of even length");
  } catch (const ValueError& error) {
    return error.what();
  }
  return {};
}

TEST_CASE("where nobody said anything the default holds") {
  const Values values;
  CHECK(!values.Has("show"));
  CHECK(values.Text("show") == "warning");
  CHECK(values.List("show") == Texts{"warning"});
  CHECK(values.Last("show").origin.layer == Layer::kDefault);
  CHECK(values.List("with").empty());
  CHECK(values.All("with").empty());
  CHECK(!values.Flag("all"));
}

TEST_CASE("the last text counts, and all of a list") {
  Values values;
  values.Set("join", Texts{"weak", "strong"});
  values.Set("with", Texts{"a.example, b.example", "c.example"});
  values.Set("wording", Texts{"a,b"});
  CHECK(values.Text("join") == "strong");
  CHECK(values.List("with") == Texts{"a.example, b.example", "c.example"});
  CHECK(values.CommaList("with") == Texts{"a.example", "b.example", "c.example"});
  CHECK(values.All("with").size() == 3);
  CHECK(values.All("wording").size() == 1);  // a directory may have a comma in its name
}

TEST_CASE("what was taken back is as if nobody had said it") {
  Values values;
  values.Set("with", Texts{});
  CHECK(!values.Has("with"));
  CHECK(values.Given("with") != nullptr);
  CHECK(values.List("with").empty());
  values.Set("all", Texts{"true"});
  CHECK(values.Flag("all"));
  values.Set("all", Texts{"false"});
  CHECK(values.Has("all"));
  CHECK(!values.Flag("all"));
  values.Remove("all");
  CHECK(!values.Has("all"));
}

TEST_CASE("a wrong value names who said it") {
  const std::string wrong = "'odd' is not understood; it takes words of even length";
  CHECK(ErrorOf({}) == "--show: " + wrong);
  CHECK(ErrorOf(kVariable) == "THREADLINT_SHOW: " + wrong);
  CHECK(ErrorOf(kInFile) == "c.toml:3: show: " + wrong);
  CHECK(Describe(kInFile) == "c.toml:3");
  CHECK(Describe(kVariable) == "environment THREADLINT_SHOW");
  CHECK(Describe({}) == "command line");
}

TEST_CASE("flags take four words") {
  const Option& all = *FindOption("all");
  for (const auto& [text, meant] : {std::pair("1", "true"), std::pair("TRUE", "true"),
                                    std::pair("0", "false"), std::pair("False", "false")}) {
    Value value{text, {}};
    NormalizeFlag(all, value);
    CHECK(value.text == meant);
  }
  for (const char* text : {"", "yes", "2", "on"}) {
    Value value{text, {}};
    CHECK_THROWS_AS(NormalizeFlag(all, value), ValueError);
  }
}

TEST_CASE("every name of the table is one: flags, variables and what takes them back") {
  std::set<std::string> flags, variables;
  for (const Option& option : Options()) {
    CAPTURE(option.name);
    CHECK(flags.insert(std::string(option.name)).second);
    if (const std::string no = NegationOf(option); !no.empty()) CHECK(flags.insert(no).second);
    if (const std::string variable = VariableOf(option); !variable.empty())
      CHECK(variables.insert(variable).second);
    CHECK((option.kind == Kind::kFlag) == option.metavar.empty());
    CHECK((option.kind != Kind::kFlag || option.fallback.empty()));
    CHECK((option.kind == Kind::kList || !option.Is(kCommas)));
    CHECK((!option.Is(kTable) || option.Is(kCommas)));
    CHECK(!option.help.ends_with('.'));
    CHECK(option.commands != 0);
  }
  CHECK(VariableOf(*FindOption("fail-on")) == "THREADLINT_FAIL_ON");
  CHECK(VariableOf(*FindOption("man")).empty());
  CHECK(NegationOf(*FindOption("all")) == "no-all");
  CHECK(NegationOf(*FindOption("with")) == "no-with");
  CHECK(NegationOf(*FindOption("show")).empty());
  CHECK(NegationOf(*FindOption("no-config")).empty());
}

}  // namespace
}  // namespace threadlint::config
