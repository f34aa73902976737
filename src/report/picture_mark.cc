#include "report/picture_mark.h"

#include <fmt/format.h>

namespace threadlint::report {
namespace {

constexpr uint32_t kColours = 6;

}  // namespace

std::string StrandClass(uint32_t strand, bool loose) {
  return loose ? std::string("loose") : fmt::format("s{}", strand % kColours);
}

std::string SignPath(uint32_t strand, int x, int y) {
  switch (strand % 4) {
    case 0:  // disc
      return fmt::format("M{} {}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5, y);
    case 1:  // square
      return fmt::format("M{} {}h9v9h-9z", x - 4, y - 4);
    case 2:  // triangle
      return fmt::format("M{} {}l6 10h-12z", x, y - 6);
    default:  // diamond
      return fmt::format("M{} {}l6 6l-6 6l-6 -6z", x, y - 6);
  }
}

int BoxCorner(uint32_t strand) { return strand % 2 == 0 ? 9 : 1; }

std::string StrandSample(uint32_t strand, bool loose) {
  const std::string name = StrandClass(strand, loose);
  return fmt::format(
      "<svg class=\"sample\" viewBox=\"0 0 36 14\" aria-hidden=\"true\"><path class=\"strand {0}\" "
      "d=\"M0 7H36\"/><path class=\"mark {0}\" d=\"{1}\"/></svg>",
      name, SignPath(strand, 18, 7));
}

}  // namespace threadlint::report
