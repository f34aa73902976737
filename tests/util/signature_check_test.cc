#include "util/signature_check.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::util {
namespace {

// RFC 8032 section 7.1 signs shorter messages; what is signed here is always a digest.
TEST_CASE("what is no key is told from what is no signature") {
  const Sha256Digest digest = Sha256Of("text");
  const std::string zeros(32, '\0'), rubbish(300, 'x');
  CHECK(CheckSignature(SigningKind::kRsa, "", digest, "") == SignatureCheck::kNoKey);
  CHECK(CheckSignature(SigningKind::kRsa, rubbish, digest, rubbish) == SignatureCheck::kNoKey);
  CHECK(CheckSignature(SigningKind::kRsa, std::string(100000, '0'), digest, "") ==
        SignatureCheck::kNoKey);
  CHECK(CheckSignature(SigningKind::kEd25519, "short", digest, "") == SignatureCheck::kNoKey);
  for (const std::string& signature : {std::string(), rubbish, std::string(64, '\0')})
    CHECK(CheckSignature(SigningKind::kEd25519, std::string(31, '\1') + "\2", digest, signature) ==
          SignatureCheck::kInvalid);
}

// A SubjectPublicKeyInfo of 512 bits, and the RSAPublicKey in it.
constexpr unsigned char kShort[] = {
    0x30, 0x5c, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05,
    0x00, 0x03, 0x4b, 0x00, 0x30, 0x48, 0x02, 0x41, 0x00, 0xc1, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11,
    0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11,
    0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11,
    0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11,
    0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x02, 0x03, 0x01, 0x00, 0x01};

TEST_CASE("an RSA key below 1024 bits is refused, in either form") {
  const std::string whole(reinterpret_cast<const char*>(kShort), sizeof kShort);
  const std::string bare = whole.substr(20);
  for (const std::string& key : {whole, bare})
    CHECK(CheckSignature(SigningKind::kRsa, key, Sha256Of(""), std::string(64, 'x')) ==
          SignatureCheck::kShortKey);
}

}  // namespace
}  // namespace threadlint::util
