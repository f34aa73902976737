#include "util/sha256.h"

#include <openssl/evp.h>

#include <cstdio>
#include <cstdlib>

namespace threadlint::util {

namespace {

// EVP fails here only when OpenSSL cannot allocate or has no SHA-256: nothing sensible can follow.
void Require(bool ok) {
  if (ok) return;
  std::fputs("threadlint: OpenSSL refuses SHA-256\n", stderr);
  std::abort();
}

// Looked up once: EVP_sha256() makes OpenSSL search its providers at each use.
const EVP_MD* Algorithm() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  Require(algorithm != nullptr);
  return algorithm;
}

}  // namespace

struct Sha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() { Require(context != nullptr && EVP_DigestInit_ex(context, Algorithm(), nullptr) == 1); }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;

void Sha256::Update(std::string_view bytes) {
  Require(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
}

Sha256Digest Sha256::Finish() {
  Sha256Digest digest{};
  Require(EVP_DigestFinal_ex(state_->context, digest.data(), nullptr) == 1);
  Require(EVP_DigestInit_ex(state_->context, nullptr, nullptr) == 1);
  return digest;
}

Sha256Digest Sha256Of(std::string_view bytes) {
  thread_local Sha256 hash;  // most of what is hashed is shorter than a context takes to make
  hash.Update(bytes);
  return hash.Finish();
}

std::string Hex(const Sha256Digest& digest) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(digest.size() * 2);
  for (const uint8_t byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace threadlint::util
