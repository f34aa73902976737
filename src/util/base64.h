// Base64 (RFC 4648, section 4), by OpenSSL's EVP.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::util {

// With padding, without line breaks.
std::string Base64(std::string_view bytes);

}  // namespace threadlint::util
