// MD5 (RFC 1321), by OpenSSL's EVP: for names that others have agreed on, never for security.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::util {

// 32 hexadecimal digits; empty where the system's policy has no MD5.
std::string Md5Hex(std::string_view bytes);

}  // namespace threadlint::util
