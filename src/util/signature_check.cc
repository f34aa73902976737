#include "util/signature_check.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <memory>

namespace threadlint::util {
namespace {

constexpr int kLeastRsaBits = 1024;  // RFC 8301 section 3.2
constexpr int kMostRsaBits = 16384;  // OPENSSL_RSA_MAX_MODULUS_BITS
constexpr size_t kMostKeyBytes = 8192;

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Key ReadRsa(std::string_view der) {
  if (der.empty() || der.size() > kMostKeyBytes) return nullptr;
  const unsigned char* at = Bytes(der);
  Key key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
  if (key == nullptr) {
    at = Bytes(der);
    key.reset(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &at, static_cast<long>(der.size())));
  }
  if (key != nullptr && EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) return nullptr;
  return key;
}

SignatureCheck CheckRsa(std::string_view der, const Sha256Digest& digest,
                        std::string_view signature) {
  const Key key = ReadRsa(der);
  if (key == nullptr) return SignatureCheck::kNoKey;
  const int bits = EVP_PKEY_get_bits(key.get());
  if (bits < kLeastRsaBits) return SignatureCheck::kShortKey;
  if (bits > kMostRsaBits) return SignatureCheck::kLongKey;
  const std::unique_ptr<EVP_PKEY_CTX, Free> context(EVP_PKEY_CTX_new(key.get(), nullptr));
  const bool valid = context != nullptr && EVP_PKEY_verify_init(context.get()) == 1 &&
                     EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
                     EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1 &&
                     EVP_PKEY_verify(context.get(), Bytes(signature), signature.size(),
                                     digest.data(), digest.size()) == 1;
  return valid ? SignatureCheck::kValid : SignatureCheck::kInvalid;
}

SignatureCheck CheckEd25519(std::string_view raw, const Sha256Digest& digest,
                            std::string_view signature) {
  constexpr size_t kKeyBytes = 32;
  if (raw.size() != kKeyBytes) return SignatureCheck::kNoKey;
  const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, Bytes(raw), raw.size()));
  if (key == nullptr) return SignatureCheck::kNoKey;
  const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
  const bool valid =
      context != nullptr &&
      EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
      EVP_DigestVerify(context.get(), Bytes(signature), signature.size(), digest.data(),
                       digest.size()) == 1;
  return valid ? SignatureCheck::kValid : SignatureCheck::kInvalid;
}

}  // namespace

SignatureCheck CheckSignature(SigningKind kind, std::string_view key, const Sha256Digest& digest,
                              std::string_view signature) {
  const SignatureCheck out = kind == SigningKind::kRsa ? CheckRsa(key, digest, signature)
                                                       : CheckEd25519(key, digest, signature);
  ERR_clear_error();  // a wrong signature leaves its reasons in a queue that nobody reads
  return out;
}

}  // namespace threadlint::util
