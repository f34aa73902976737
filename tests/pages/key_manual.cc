#include "key_manual.h"

#include "config/options.h"
#include "option_manual.h"

#include <fmt/format.h>

#include <string_view>

namespace threadlint::test {
namespace {

std::string_view Type(const config::Option& option) {
  if (option.Is(config::kTable)) return "A table.";
  switch (option.kind) {
    case config::Kind::kFlag:
      return "True or false.";
    case config::Kind::kText:
      return "A text.";
    case config::Kind::kList:
      break;
  }
  return "A list.";
}

std::string Item(const config::Option& option) {
  std::string out = fmt::format(".It Va {}", option.name);
  if (!option.metavar.empty()) out += " " + Metavar(option.metavar);
  out += fmt::format("\n{}\n{}", Type(option), Roff(fmt::format("{}.", option.help)));
  if (!option.fallback.empty()) out += fmt::format("The default is\n.Cm {} .\n", option.fallback);
  if (const std::string variable = config::VariableOf(option); !variable.empty())
    out += fmt::format(".Ev {} .\n", variable);
  return out;
}

}  // namespace

std::string KeyList() {
  std::string out = ".Bl -tag -width \"min-confidence\"\n";
  for (const config::Option& option : config::Options())
    if (!option.Is(config::kNoKey)) out += Item(option);
  return out + ".El\n";
}

}  // namespace threadlint::test
