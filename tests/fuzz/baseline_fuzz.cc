// A baseline: what is read and written again says the same.
#include "fuzz/target.h"
#include "verdict/baseline.h"

#include <algorithm>
#include <stdexcept>

namespace threadlint::fuzz {
namespace {

void Run(std::string_view bytes) {
  verdict::LooksLikeBaseline(bytes);
  try {
    verdict::Baseline baseline = verdict::ParseBaseline("a.baseline", bytes);
    verdict::Baseline again =
        verdict::ParseBaseline("b.baseline", verdict::FormatBaseline(baseline));
    std::ranges::sort(baseline.entries);
    std::ranges::sort(again.entries);
    Require(baseline.entries == again.entries, "a baseline is the same when read again");
  } catch (const std::invalid_argument& error) {
    Require(std::string_view(error.what()).starts_with("a.baseline"), "an error names its place");
  }
}

const Registration kHere{{"baseline", Run}};

}  // namespace
}  // namespace threadlint::fuzz
