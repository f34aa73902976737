#include "util/sha256.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::util {
namespace {

struct Vector {
  std::string input;
  std::string_view hex;
};

// NIST's example messages for SHA-256 (FIPS 180-4), and the empty one.
const Vector kVectors[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
};

TEST_CASE("SHA-256 gives the published digests") {
  for (const Vector& vector : kVectors) CHECK(Hex(Sha256Of(vector.input)) == vector.hex);
}

TEST_CASE("SHA-256 in pieces equals SHA-256 in one, and starts anew after Finish") {
  Sha256 hash;
  for (const Vector& vector : kVectors) {
    for (size_t at = 0; at < vector.input.size(); at += 7)
      hash.Update(std::string_view(vector.input).substr(at, 7));
    CHECK(Hex(hash.Finish()) == vector.hex);
  }
}

}  // namespace
}  // namespace threadlint::util
