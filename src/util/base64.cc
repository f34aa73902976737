#include "util/base64.h"

#include <openssl/evp.h>

#include <cstddef>

namespace threadlint::util {

std::string Base64(std::string_view bytes) {
  // EVP counts in int: whole groups of three, so that only the last one is padded.
  constexpr size_t kPiece = size_t{3} << 20;
  std::string out;
  for (size_t at = 0; at < bytes.size(); at += kPiece) {
    const std::string_view piece = bytes.substr(at, kPiece);
    std::string text((piece.size() + 2) / 3 * 4 + 1, '\0');  // it ends what it writes with a NUL
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                       reinterpret_cast<const unsigned char*>(piece.data()),
                                       static_cast<int>(piece.size()));
    out.append(text, 0, static_cast<size_t>(length));
  }
  return out;
}

}  // namespace threadlint::util
