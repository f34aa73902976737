#include "util/memo.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace threadlint::util {
namespace {

TEST_CASE("memo: computes once while it knows, and always says what would be computed") {
  constexpr size_t kPlaces = 64, kTexts = 1000;
  Memo<size_t, kPlaces> memo;
  size_t computed = 0;
  const auto length = [&](std::string_view text) {
    ++computed;
    return text.size();
  };
  CHECK(memo.Of("", length) == 0);
  CHECK(memo.Of("abc", length) == 3);
  CHECK(memo.Of("abc", length) == 3);
  CHECK(memo.Of("", length) == 0);
  CHECK(computed <= 3);  // the two may share a place
  CHECK(computed >= 2);
  // More texts than places: what was pushed out is computed anew.
  for (size_t round = 0; round < 2; ++round)
    for (size_t i = 0; i < kTexts; ++i) CHECK(memo.Of(std::string(i, 'x'), length) == i);
  CHECK(computed > 2 * (kTexts - kPlaces));
}

}  // namespace
}  // namespace threadlint::util
