#include "config/combine.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::config {
namespace {

using Texts = std::vector<std::string>;

std::vector<Value> In(Layer layer, const Texts& texts) {
  std::vector<Value> out;
  for (const std::string& text : texts) out.push_back({text, {layer, "there"}});
  return out;
}

// Each layer says its own, all of the same option.
Layers AllSay(std::string_view option, const Texts& file, const Texts& environment,
              const Texts& line) {
  Layers out;
  out.file.Set(option, In(Layer::kFile, file));
  out.environment.Set(option, In(Layer::kEnvironment, environment));
  out.command_line.Set(option, In(Layer::kCommandLine, line));
  return out;
}

TEST_CASE("flags go before the environment, that before the file") {
  Layers layers = AllSay("show", {"note"}, {"error"}, {"TL1", "TL2"});
  CHECK(Combine(kCheck, layers).List("show") == Texts{"TL1", "TL2"});  // replaced, not added to
  layers.command_line = {};
  CHECK(Combine(kCheck, layers).List("show") == Texts{"error"});
  CHECK(Combine(kCheck, layers).Last("show").origin.layer == Layer::kEnvironment);
  layers.environment = {};
  CHECK(Combine(kCheck, layers).List("show") == Texts{"note"});
  CHECK(Combine(kCheck, layers).Last("show").origin.place == "there");
  layers.file = {};
  CHECK(Combine(kCheck, layers).List("show") == Texts{"warning"});
}

TEST_CASE("a higher layer takes back what a lower one says") {
  CHECK(!Combine(kCheck, AllSay("all", {"true"}, {"true"}, {"false"})).Flag("all"));
  CHECK(!Combine(kCheck, AllSay("with", {"a.example"}, {"b.example"}, {})).Has("with"));
}

TEST_CASE("of a table each layer overrules entries") {
  const Layers layers = AllSay("severity", {"TL1=note"}, {"TL2=note"}, {"TL3=off"});
  CHECK(Combine(kCheck, layers).List("severity") == Texts{"TL1=note", "TL2=note", "TL3=off"});
  CHECK(!Combine(kCheck, AllSay("severity", {"TL1=note"}, {"TL2=note"}, {})).Has("severity"));
}

TEST_CASE("a command gets what it takes") {
  CHECK(!Combine(kCases, AllSay("show", {"note"}, {"note"}, {})).Has("show"));
  CHECK(Combine(kConfig, AllSay("show", {"note"}, {"error"}, {"TL1"})).Text("show") == "TL1");
  // A report that the file wants of check is not written over with a list of cases.
  Layers layers = AllSay("output", {"json:a"}, {"json:b"}, {"json:c"});
  CHECK(Combine(kCases, layers).List("output") == Texts{"json:c"});
  layers.command_line = {};
  CHECK(Combine(kCases, layers).List("output") == Texts{"text"});
  CHECK(Combine(kCheck, layers).List("output") == Texts{"json:b"});
}

TEST_CASE("a list that names nothing is an error, wherever it stands") {
  const Layers layers = AllSay("ignore", {" , "}, {"TL1"}, {"TL2"});
  CHECK_THROWS_WITH_AS(Combine(kCheck, layers),
                       "there: ignore: '' is not understood; it takes at least one value",
                       ValueError);
}

}  // namespace
}  // namespace threadlint::config
