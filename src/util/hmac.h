// HMAC-SHA256 (RFC 2104, FIPS 198-1).
#pragma once

#include "util/sha256.h"

#include <string_view>

namespace threadlint::util {

Sha256Digest HmacSha256(std::string_view key, std::string_view bytes);

}  // namespace threadlint::util
