#include "util/base64.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::util {
namespace {

TEST_CASE("base64 of RFC 4648, section 10") {
  CHECK(Base64("") == "");
  CHECK(Base64("f") == "Zg==");
  CHECK(Base64("fo") == "Zm8=");
  CHECK(Base64("foo") == "Zm9v");
  CHECK(Base64("foobar") == "Zm9vYmFy");
  CHECK(Base64("\xFB\xFF") == "+/8=");
}

TEST_CASE("base64 of more than one piece has padding at its end only") {
  const std::string text = Base64(std::string((size_t{3} << 20) + 1, 'a'));
  CHECK(text.size() == (size_t{4} << 20) + 4);
  CHECK(text.find('=') == text.size() - 2);
}

}  // namespace
}  // namespace threadlint::util
