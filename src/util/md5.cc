#include "util/md5.h"

#include <openssl/evp.h>

#include <array>

namespace threadlint::util {

std::string Md5Hex(std::string_view bytes) {
  constexpr unsigned kLength = 16;
  constexpr char kDigits[] = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_md5(), nullptr) != 1 ||
      length != kLength)
    return {};
  std::string out;
  for (unsigned i = 0; i < kLength; ++i) {
    out += kDigits[digest[i] >> 4];
    out += kDigits[digest[i] & 15];
  }
  return out;
}

}  // namespace threadlint::util
