// A wording file: its patterns are compiled, and its examples run.
#include "facts/check_wording.h"
#include "facts/wording.h"
#include "fuzz/target.h"

#include <string>
#include <vector>

namespace threadlint::fuzz {
namespace {

void Run(std::string_view bytes) {
  const std::string text(bytes);
  for (const facts::CheckedWording& checked : facts::CheckWordings({{"a.wording", text}}, true))
    for (const facts::WordingError& error : checked.errors)
      Require(!error.text.empty(), "an error says what is wrong");
  facts::HeadOf(text);
  Require(facts::OpenLinesOf(text).size() <= text.size() + 1, "no line is added");
}

const Registration kHere{{"wording", Run}};

}  // namespace
}  // namespace threadlint::fuzz
