#include "fuzz/target.h"

#include "util/utf8.h"

#include <cstdio>
#include <cstdlib>

namespace threadlint::fuzz {

std::vector<Target>& Targets() {
  static std::vector<Target> targets;
  return targets;
}

void Require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

void RequireInside(std::string_view part, std::string_view whole, std::string_view what) {
  if (part.empty()) return;
  Require(part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size(),
          what);
}

void RequireUtf8(std::string_view text, std::string_view what) {
  Require(util::IsValidUtf8(text), what);
}

std::string_view TakePiece(std::string_view& bytes) {
  const size_t end = bytes.find('\xFF');
  const std::string_view piece = bytes.substr(0, end);
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  return piece;
}

}  // namespace threadlint::fuzz
