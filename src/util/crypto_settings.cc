#include "util/crypto_settings.h"

#include <openssl/crypto.h>

#include <new>

namespace threadlint::util {

void ReadNoCryptoSettings() {
  if (OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) != 1)
    throw std::bad_alloc();  // nothing else can go wrong there
}

}  // namespace threadlint::util
