// Is a signature that of a public key? RSA with PKCS#1 v1.5 and Ed25519, by OpenSSL's EVP.
#pragma once

#include "util/sha256.h"

#include <cstdint>
#include <string_view>

namespace threadlint::util {

enum class SigningKind : uint8_t { kRsa, kEd25519 };

enum class SignatureCheck : uint8_t {
  kValid,
  kInvalid,
  kNoKey,     // the bytes are no public key of that kind
  kShortKey,  // an RSA key of less than 1024 bits: anybody could have made the signature
  kLongKey    // an RSA key beyond what OpenSSL takes
};

// `key`: DER of a SubjectPublicKeyInfo or an RSAPublicKey; 32 bytes for Ed25519. What was signed is
// `digest` (the hash for RSA, the bytes themselves for Ed25519).
SignatureCheck CheckSignature(SigningKind kind, std::string_view key, const Sha256Digest& digest,
                              std::string_view signature);

}  // namespace threadlint::util
