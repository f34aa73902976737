// What of the system has a say in OpenSSL.
#pragma once

namespace threadlint::util {

// Called first: openssl.cnf is not read then. Hashes are the same everywhere, no module that it may
// name is loaded, and the program needs no file of the system.
void ReadNoCryptoSettings();

}  // namespace threadlint::util
