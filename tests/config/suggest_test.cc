#include "config/suggest.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace threadlint::config {
namespace {

TEST_CASE("the nearest word within two edits is suggested") {
  constexpr std::array<std::string_view, 3> kKnown = {"roles", "scheme", "role"};
  CHECK(Suggest("rules", kKnown) == "roles");
  CHECK(Suggest("rol", kKnown) == "role");
  CHECK(Suggest("schemes", kKnown) == "scheme");
  CHECK(Suggest("shceme", kKnown) == "scheme");
  CHECK(Suggest("colour", kKnown).empty());
  CHECK(Suggest("scheme", kKnown).empty());  // known: nothing else was meant
  CHECK(Suggest(std::string(1 << 20, 'x'), kKnown).empty());
  CHECK(Suggest("roles", {}).empty());
}

}  // namespace
}  // namespace threadlint::config
