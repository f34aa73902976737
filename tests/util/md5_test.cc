#include "util/md5.h"

#include <doctest/doctest.h>

namespace threadlint::util {
namespace {

TEST_CASE("MD5 gives the digests of RFC 1321") {
  CHECK(Md5Hex("") == "d41d8cd98f00b204e9800998ecf8427e");
  CHECK(Md5Hex("message digest") == "f96b697d7cb7938d525a2f31aaf161d0");
}

}  // namespace
}  // namespace threadlint::util
