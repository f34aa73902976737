#include "cli/severity_option.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace threadlint::cli {
namespace {

using config::Layer;
using Texts = std::vector<std::string>;

Texts Read(const std::vector<std::pair<std::string, Layer>>& entries) {
  config::Values values;
  std::vector<config::Value> given;
  for (const auto& [text, layer] : entries) given.push_back({text, {layer, "c.toml:1"}});
  values.Set("severity", std::move(given));
  Texts out;
  for (const config::Value& value : ReadSeverities(values)) out.push_back(value.text);
  return out;
}

TEST_CASE("a rule goes before a family, whatever the order of the file") {
  CHECK(Read({{"reply-token-altered=NOTE", Layer::kFile}, {"tl1*=off", Layer::kFile}}) ==
        Texts{"TL1=off", "TL103=note"});
}

TEST_CASE("a higher layer goes before a more exact name") {
  CHECK(Read({{"TL103=error", Layer::kFile}, {"TL1=note", Layer::kCommandLine}}) ==
        Texts{"TL1=note"});
  CHECK(Read({{"TL1=error", Layer::kFile}, {"TL103=note", Layer::kEnvironment}}) ==
        Texts{"TL1=error", "TL103=note"});
}

TEST_CASE("the later of two flags counts; two lines of a file are one too many") {
  CHECK(Read({{"TL103=error", Layer::kCommandLine}, {"TL103=off", Layer::kCommandLine}}) ==
        Texts{"TL103=off"});
  CHECK_THROWS_AS(Read({{"TL103=error", Layer::kFile},
                        {"TL104=error", Layer::kFile},
                        {"reply-token-altered=error", Layer::kFile}}),
                  config::ValueError);
  CHECK(Read({{"TL103=error", Layer::kFile}, {"TL103=off", Layer::kEnvironment}}) ==
        Texts{"TL103=off"});
}

TEST_CASE("what is none names who said it") {
  CHECK_THROWS_AS(Read({{"TL103", Layer::kFile}}), config::ValueError);
  CHECK_THROWS_AS(Read({{"warning=error", Layer::kFile}}), config::ValueError);
}

}  // namespace
}  // namespace threadlint::cli
